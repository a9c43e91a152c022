//! A server on loopback that misbehaves by a script, one script for each connection.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// What happens on a connection, one after the other. It is closed at the end.
#[derive(Clone, Debug)]
pub(super) enum Do {
    /// Reads a request.
    Read,
    /// Sends bytes.
    Send(Vec<u8>),
    /// Breaks the connection at once (RST).
    Reset,
    /// Says nothing more, and keeps the connection.
    Hold,
}

pub(super) fn send(bytes: impl AsRef<[u8]>) -> Do {
    Do::Send(bytes.as_ref().to_vec())
}

/// An answer of this status and headers, each with its line's end.
pub(super) fn answer(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Do {
    let body = body.as_ref();
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {length}\r\n\r\n");
    Do::Send([head.as_bytes(), body].concat())
}

/// The running server.
pub(super) struct FaultServer {
    url: String,
    /// The heads of the requests that were read.
    heads: Arc<Mutex<Vec<String>>>,
    read: tokio::sync::Mutex<mpsc::UnboundedReceiver<()>>,
    closed: tokio::sync::Mutex<mpsc::UnboundedReceiver<()>>,
}

impl FaultServer {
    /// The first connections get these scripts, and all further ones the last of them.
    pub(super) async fn start(scripts: impl IntoIterator<Item = Vec<Do>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("loopback can be bound");
        let address = listener
            .local_addr()
            .expect("a bound listener has an address");
        let scripts: Vec<_> = scripts.into_iter().collect();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (read_sender, read) = mpsc::unbounded_channel();
        let (closed_sender, closed) = mpsc::unbounded_channel();
        let log = Arc::clone(&heads);
        tokio::spawn(async move {
            let mut number = 0;
            while let Ok((stream, _)) = listener.accept().await {
                let script = scripts[number.min(scripts.len() - 1)].clone();
                number += 1;
                let (log, read, closed) =
                    (Arc::clone(&log), read_sender.clone(), closed_sender.clone());
                tokio::spawn(async move {
                    play(stream, script, &log, &read).await;
                    // A test that does not wait for it has dropped the receiver.
                    let _unread = closed.send(()).is_err();
                });
            }
        });
        FaultServer {
            url: format!("http://{address}"),
            heads,
            read: tokio::sync::Mutex::new(read),
            closed: tokio::sync::Mutex::new(closed),
        }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// How many requests were read.
    pub(super) fn count(&self) -> usize {
        self.heads().len()
    }

    /// The heads of the requests that were read.
    pub(super) fn heads(&self) -> Vec<String> {
        self.heads
            .lock()
            .expect("no test panics while it holds it")
            .clone()
    }

    /// Waits until one more request was read.
    pub(super) async fn was_asked(&self) {
        let read = self.read.lock().await.recv().await;
        read.expect("the server outlives the test");
    }

    /// Waits until one more connection is closed.
    pub(super) async fn closed(&self) {
        let closed = self.closed.lock().await.recv().await;
        closed.expect("the server outlives the test");
    }
}

async fn play(
    mut stream: TcpStream,
    script: Vec<Do>,
    log: &Mutex<Vec<String>>,
    read: &mpsc::UnboundedSender<()>,
) {
    let mut buffer = Vec::new();
    for step in script {
        match step {
            Do::Read => {
                let Some(head) = read_request(&mut stream, &mut buffer).await else {
                    return;
                };
                log.lock()
                    .expect("no test panics while it holds it")
                    .push(head);
                let _unread = read.send(()).is_err();
            }
            Do::Send(bytes) => {
                if stream.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            Do::Reset => {
                stream.set_zero_linger().expect("a socket can linger");
                return;
            }
            Do::Hold => {
                // Until the client goes away.
                while let Ok(1..) = stream.read(&mut [0; 1024]).await {}
                return;
            }
        }
    }
    let _gone = stream.shutdown().await.is_err();
}

async fn read_request(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<String> {
    let end = loop {
        if let Some(end) = buffer.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&buffer[..end]).to_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.and_then(|length| length.parse().ok()).unwrap_or(0);
    while buffer.len() < end + length {
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    }
    buffer.drain(..end + length);
    Some(head)
}
