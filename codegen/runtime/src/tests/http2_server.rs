//! A server on loopback that speaks HTTP/2 frame by frame, as a test says.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;

/// What a stream gets once all of its request is there.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reply {
    /// 200 and `{}`.
    Ok,
    /// Its end (`RST_STREAM`), with this code.
    Reset(u32),
    /// The end of the connection (`GOAWAY` and no more), with this code, of which this stream is said
    /// to be seen or not.
    GoAway {
        /// The code of the error, 0 if it is none.
        code: u32,
        /// Whether the stream was acted on.
        seen: bool,
    },
    /// Nothing.
    Silence,
}

pub(super) const NO_ERROR: u32 = 0;
pub(super) const INTERNAL_ERROR: u32 = 2;
pub(super) const REFUSED_STREAM: u32 = 7;
pub(super) const CANCEL: u32 = 8;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// A connection.
    Connection,
    /// A request whose body has so many bytes.
    Request(usize),
    /// The end of a stream by the client, with its code.
    Reset(u32),
}

pub(super) struct Http2Server {
    url: String,
    log: Arc<Mutex<Vec<Seen>>>,
    news: tokio::sync::Mutex<mpsc::UnboundedReceiver<Seen>>,
}

#[derive(Clone)]
struct Script {
    replies: Arc<Mutex<std::vec::IntoIter<Reply>>>,
    log: Arc<Mutex<Vec<Seen>>>,
    news: mpsc::UnboundedSender<Seen>,
}

impl Script {
    fn saw(&self, seen: Seen) {
        let mut log = self.log.lock().expect("no test panics while it holds it");
        log.push(seen);
        // A test that does not wait for it has dropped the receiver.
        let _unread = self.news.send(seen).is_err();
    }

    fn next(&self) -> Reply {
        let mut replies = self
            .replies
            .lock()
            .expect("no test panics while it holds it");
        replies.next().unwrap_or(Reply::Ok)
    }
}

impl Http2Server {
    /// A server that gives these replies to the requests in their order, and `Ok` to all further ones.
    pub(super) async fn start(replies: impl IntoIterator<Item = Reply>) -> Self {
        Http2Server::start_behind(None, replies).await
    }

    /// The same behind TLS.
    pub(super) async fn start_behind(
        tls: Option<TlsAcceptor>,
        replies: impl IntoIterator<Item = Reply>,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("loopback can be bound");
        let address = listener.local_addr();
        let address = address.expect("a bound listener has an address");
        let replies: Vec<Reply> = replies.into_iter().collect();
        let (sender, news) = mpsc::unbounded_channel();
        let log = Arc::default();
        let script = Script {
            replies: Arc::new(Mutex::new(replies.into_iter())),
            log: Arc::clone(&log),
            news: sender,
        };
        let scheme = if tls.is_some() { "https" } else { "http" };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (tls, script) = (tls.clone(), script.clone());
                // What ends a connection is the client's affair.
                tokio::spawn(async move {
                    match tls {
                        None => serve(stream, script).await,
                        Some(tls) => match tls.accept(stream).into_fallible().await {
                            Ok(stream) => serve(stream, script).await,
                            // Whoever closes with bytes unread takes back what was said last.
                            Err((error, mut stream)) => {
                                while let Ok(1..) = stream.read(&mut [0; 1024]).await {}
                                Err(error)
                            }
                        },
                    }
                });
            }
        });
        Http2Server {
            url: format!("{scheme}://{address}"),
            log,
            news: tokio::sync::Mutex::new(news),
        }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// What happened so far.
    pub(super) fn log(&self) -> Vec<Seen> {
        let log = self.log.lock().expect("no test panics while it holds it");
        log.clone()
    }

    /// Waits until this happens.
    pub(super) async fn wait_for(&self, wanted: Seen) {
        let mut news = self.news.lock().await;
        while news.recv().await.expect("the server outlives the test") != wanted {}
    }
}

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GOAWAY: u8 = 7;
const WINDOW_UPDATE: u8 = 8;
const ACK: u8 = 1;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a test's frames are small");
    let mut frame = length.to_be_bytes()[1..].to_vec();
    frame.extend([kind, flags]);
    frame.extend(stream.to_be_bytes());
    frame.extend(payload);
    frame
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    script: Script,
) -> std::io::Result<()> {
    stream.read_exact(&mut [0; 24]).await?;
    stream.write_all(&frame(SETTINGS, 0, 0, &[])).await?;
    script.saw(Seen::Connection);
    let mut sizes = std::collections::BTreeMap::<u32, usize>::new();
    loop {
        let mut head = [0; 9];
        stream.read_exact(&mut head).await?;
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
        let (kind, flags) = (head[3], head[4]);
        let id = u32::from_be_bytes([head[5], head[6], head[7], head[8]]) & 0x7fff_ffff;
        let mut payload = vec![0; length as usize];
        stream.read_exact(&mut payload).await?;
        match kind {
            SETTINGS if flags & ACK == 0 => {
                stream.write_all(&frame(SETTINGS, ACK, 0, &[])).await?;
            }
            PING if flags & ACK == 0 => {
                stream.write_all(&frame(PING, ACK, 0, &payload)).await?;
            }
            RST_STREAM => {
                let code = payload.try_into().map(u32::from_be_bytes);
                script.saw(Seen::Reset(code.expect("a code has four bytes")));
            }
            HEADERS => {
                sizes.insert(id, 0);
            }
            DATA if length > 0 => {
                *sizes.entry(id).or_default() += payload.len();
                for id in [0, id] {
                    let more = frame(WINDOW_UPDATE, 0, id, &length.to_be_bytes());
                    stream.write_all(&more).await?;
                }
            }
            _ => {}
        }
        if !matches!(kind, HEADERS | DATA) || flags & END_STREAM == 0 {
            continue;
        }
        let reply = script.next();
        let answer = match reply {
            Reply::Ok => {
                // `:status: 200` is the eighth entry of the static table.
                let head = frame(HEADERS, END_HEADERS, id, &[0x88]);
                [head, frame(DATA, END_STREAM, id, b"{}")].concat()
            }
            Reply::Reset(code) => frame(RST_STREAM, 0, id, &code.to_be_bytes()),
            Reply::GoAway { code, seen } => {
                let last = if seen { id } else { id.saturating_sub(2) };
                let payload = [last.to_be_bytes(), code.to_be_bytes()].concat();
                frame(GOAWAY, 0, 0, &payload)
            }
            Reply::Silence => Vec::new(),
        };
        script.saw(Seen::Request(sizes.remove(&id).unwrap_or_default()));
        stream.write_all(&answer).await?;
        if let Reply::GoAway { .. } = reply {
            return stream.shutdown().await;
        }
    }
}
