//! Servers on loopback, on threads of their own, so that what they cost is not counted.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use anyhow::Result;
use socket2::SockRef;

/// What a request gets.
pub(crate) enum Reply {
    /// These bytes.
    Answer(Vec<u8>),
    /// The connection breaks (RST).
    Reset,
}

/// Answers each request of each connection as `answer` says, which is given the whole request.
pub(crate) fn start(answer: impl Fn(&str) -> Reply + Clone + Send + 'static) -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        while let Ok((stream, _)) = listener.accept() {
            let answer = answer.clone();
            thread::spawn(move || serve(stream, &answer));
        }
    });
    Ok(address)
}

fn serve(mut stream: TcpStream, answer: &dyn Fn(&str) -> Reply) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut buffer = Vec::with_capacity(1 << 16);
    let mut piece = vec![0; 1 << 16];
    loop {
        let end = loop {
            if let Some(end) = request_end(&buffer) {
                break end;
            }
            match stream.read(&mut piece).ok()? {
                0 => return None,
                read => buffer.extend_from_slice(&piece[..read]),
            }
        };
        match answer(std::str::from_utf8(&buffer[..end]).ok()?) {
            Reply::Answer(bytes) => stream.write_all(&bytes).ok()?,
            Reply::Reset => return SockRef::from(&stream).set_linger(Some(Duration::ZERO)).ok(),
        }
        buffer.drain(..end);
    }
}

/// Where the first request ends, once all of it is there.
fn request_end(buffer: &[u8]) -> Option<usize> {
    let head = buffer.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(&buffer[..head]).ok()?;
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse::<usize>().ok())?
    });
    let end = head + length.unwrap_or(0);
    (buffer.len() >= end).then_some(end)
}

/// An answer with a JSON body.
pub(crate) fn json(status: u16, body: &str) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
         cf-ray: 8f1e2d3c4b5a6978-FRA\r\nserver: cloudflare\r\n\r\n"
    );
    [head.as_bytes(), body.as_bytes()].concat()
}
