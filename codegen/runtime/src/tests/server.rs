//! A server on loopback that answers from a list, and remembers what it was asked.

use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, mpsc};

/// Answers one connection after the other.
pub(super) struct Server {
    url: String,
    requests: Mutex<mpsc::UnboundedReceiver<Received>>,
}

/// A request as it came.
#[derive(Debug)]
pub(super) struct Received {
    pub(super) line: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Received {
    /// The value of a header, its name in lower case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// What goes out, byte by byte; the connection is closed after it unless it says otherwise.
#[derive(Clone, Debug)]
pub(super) struct Reply(pub(super) Vec<u8>);

/// An answer with a JSON body.
pub(super) fn json(status: u16, body: &str) -> Reply {
    reply(status, "Content-Type: application/json\r\n", body)
}

/// An answer with a body of known length.
pub(super) fn reply(status: u16, headers: &str, body: &str) -> Reply {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {length}\r\n\r\n");
    Reply([head.as_bytes(), body.as_bytes()].concat())
}

/// Any bytes, after which the connection closes.
pub(super) fn raw(bytes: impl AsRef<[u8]>) -> Reply {
    Reply(bytes.as_ref().to_vec())
}

impl Server {
    /// A server that gives these answers in their order, and closes each connection after one.
    pub(super) async fn start(replies: impl IntoIterator<Item = Reply>) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("loopback can be bound");
        let address = listener
            .local_addr()
            .expect("a bound listener has an address");
        let replies: Vec<Reply> = replies.into_iter().collect();
        let replies = Arc::new(std::sync::Mutex::new(replies.into_iter()));
        let (sender, receiver) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (replies, sender) = (Arc::clone(&replies), sender.clone());
                tokio::spawn(async move {
                    let mut stream = stream;
                    let Some(request) = read(&mut stream).await else {
                        return;
                    };
                    // A test that does not look at the requests has dropped the receiver.
                    let _unread = sender.send(request).is_err();
                    let next = replies
                        .lock()
                        .expect("no test panics while it holds it")
                        .next();
                    if let Some(Reply(bytes)) = next {
                        let _gone = stream.write_all(&bytes).await.is_err();
                        let _gone = stream.shutdown().await.is_err();
                    }
                });
            }
        });
        Server {
            url: format!("http://{address}"),
            requests: Mutex::new(receiver),
        }
    }

    /// Where it is.
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// The next request that came.
    pub(super) async fn request(&self) -> Received {
        self.requests
            .lock()
            .await
            .recv()
            .await
            .expect("the server outlives the test")
    }

    /// How many requests came that were not looked at.
    pub(super) async fn count(&self) -> usize {
        self.requests.lock().await.len()
    }
}

async fn read(stream: &mut TcpStream) -> Option<Received> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut lines = text.split("\r\n");
    let line = lines.next().unwrap_or_default().to_owned();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers: Vec<_> = headers
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let mut request = Received {
        line,
        headers,
        body: bytes[head + 4..].to_vec(),
    };
    if request.header("transfer-encoding").is_some() {
        while !request.body.ends_with(b"0\r\n\r\n") {
            stream
                .read_buf(&mut request.body)
                .await
                .ok()
                .filter(|read| *read > 0)?;
        }
    } else if let Some(length) = request.header("content-length") {
        let length: usize = length.parse().ok()?;
        while request.body.len() < length {
            stream
                .read_buf(&mut request.body)
                .await
                .ok()
                .filter(|read| *read > 0)?;
        }
    }
    Some(request)
}
