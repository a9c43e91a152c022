//! A small HTTP/1.1 server on loopback: it answers from a script and keeps what it was asked.

pub mod kit;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What the server was asked.
#[derive(Clone, Debug)]
pub struct Received {
    /// The HTTP method.
    pub method: String,
    /// Path and query as they came, nothing decoded.
    pub target: String,
    /// Header names in lower case, and their values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Received {
    /// The value of a header, if it came once.
    ///
    /// # Panics
    ///
    /// If it came more than once.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(key, _)| key == name);
        let value = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "header {name} came twice");
        value
    }

    /// The body as JSON.
    ///
    /// # Panics
    ///
    /// If it is not JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the client sends JSON")
    }
}

/// What the server answers.
#[derive(Clone, Debug)]
pub struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    /// Whether it is lost on its way: the connection closes instead.
    lost: bool,
}

impl Reply {
    /// An answer with a JSON body.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::text(status, "application/json", &body.to_string())
    }

    /// An answer with a body of any kind.
    pub fn text(status: u16, content_type: &str, body: &str) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.as_bytes().to_vec(),
            lost: false,
        }
        .header("content-type", content_type)
    }

    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            lost: false,
        }
    }

    /// The request is read and done, and the connection closes before the answer.
    pub fn lost() -> Self {
        Self {
            lost: true,
            ..Self::empty(200)
        }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut head = vec![format!("HTTP/1.1 {} Status", self.status)];
        let headers = self.headers.iter();
        head.extend(headers.map(|(name, value)| format!("{name}: {value}")));
        head.push(format!("content-length: {}", self.body.len()));
        let mut bytes = (head.join("\r\n") + "\r\n\r\n").into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

/// The running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
    accepting: JoinHandle<()>,
}

impl Server {
    /// Starts a server that gives these answers in order, and 599 when they are used up.
    ///
    /// # Panics
    ///
    /// If loopback has no free port.
    pub async fn start(replies: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("loopback has a free port");
        let address = listener
            .local_addr()
            .expect("a bound socket has an address");
        let received = Arc::new(Mutex::new(Vec::new()));
        let mut script: Vec<Reply> = replies.into_iter().collect();
        script.reverse();
        let script = Arc::new(Mutex::new(script));
        let log = Arc::clone(&received);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&script), Arc::clone(&log)));
            }
        });
        Self {
            address,
            received,
            accepting,
        }
    }

    /// The address, with the path prefix that Cloudflare's API has.
    pub fn url(&self) -> String {
        format!("http://{}/client/v4", self.address)
    }

    /// What it was asked so far.
    ///
    /// # Panics
    ///
    /// If a connection panicked.
    pub fn received(&self) -> Vec<Received> {
        self.received
            .lock()
            .expect("no connection panicked")
            .clone()
    }

    /// What it was asked, if that was one request.
    ///
    /// # Panics
    ///
    /// If it was none, or more than one.
    pub fn only_request(&self) -> Received {
        let mut received = self.received();
        assert_eq!(received.len(), 1, "one request was expected");
        received.remove(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    script: Arc<Mutex<Vec<Reply>>>,
    received: Arc<Mutex<Vec<Received>>>,
) {
    let mut buffer = Vec::new();
    while let Some(request) = read_request(&mut stream, &mut buffer).await {
        received
            .lock()
            .expect("no connection panicked")
            .push(request);
        let reply = script.lock().expect("no connection panicked").pop();
        let reply = reply.unwrap_or_else(|| Reply::empty(599));
        if reply.lost {
            return;
        }
        if stream.write_all(&reply.to_bytes()).await.is_err() {
            return;
        }
    }
}

/// The next request on a connection; nothing when the client closed it.
async fn read_request(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Received> {
    let head_end = loop {
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(buffer[..head_end].to_vec()).ok()?;
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, target) = (first.next()?.to_owned(), first.next()?.to_owned());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers
        .iter()
        .find(|(name, _)| name == "content-length")
        .map_or(0, |(_, value)| {
            value.parse().expect("the client sends a number")
        });
    let body_start = head_end + 4;
    while buffer.len() < body_start + length {
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    }
    let body = buffer[body_start..body_start + length].to_vec();
    buffer.drain(..body_start + length);
    Some(Received {
        method,
        target,
        headers,
        body,
    })
}
