//! HTTP/2: what a server refuses unseen goes out again, whatever its method; what it broke does not.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use h2::Reason;
use h2::server::{Connection, SendResponse};
use http::Response;
use realtime_kit::models::CreatePoll;
use realtime_kit::{Client, Error, ErrorKind, ReqwestTransport};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What becomes of a request.
#[derive(Clone, Copy)]
enum Act {
    /// Its stream ends with this reason.
    Reset(Reason),
    /// The connection ends: of all streams none was looked at.
    Close,
    Answer,
}

/// A server that does what it is told, request for request, and counts them.
struct Server {
    address: String,
    seen: Arc<AtomicUsize>,
}

impl Server {
    async fn start(acts: &'static [Act]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback");
        let address = listener.local_addr().expect("it listens").to_string();
        let seen = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let count = Arc::clone(&count);
                tokio::spawn(async move { serve(socket, acts, &count).await });
            }
        });
        Server { address, seen }
    }

    fn seen(&self) -> usize {
        self.seen.load(Ordering::SeqCst)
    }
}

async fn serve(socket: TcpStream, acts: &[Act], count: &AtomicUsize) -> Result<(), h2::Error> {
    if let Some(Act::Close) = acts.get(count.load(Ordering::SeqCst)) {
        count.fetch_add(1, Ordering::SeqCst);
        let closed = close(socket).await;
        return closed.map_err(|_| Reason::CONNECT_ERROR.into());
    }
    let mut connection: Connection<_, Bytes> = h2::server::handshake(socket).await?;
    while let Some(request) = connection.accept().await {
        let (_, mut answer) = request?;
        match acts[count.fetch_add(1, Ordering::SeqCst)] {
            Act::Reset(reason) => answer.send_reset(reason),
            Act::Close => unreachable!("whoever closes takes no request"),
            Act::Answer => succeed(answer)?,
        }
    }
    Ok(())
}

/// Says, once a request is there, that the connection ends and that stream 0 was the last.
async fn close(mut socket: TcpStream) -> std::io::Result<()> {
    const PREFACE: usize = 24;
    const HEADERS: u8 = 1;
    const SETTINGS: [u8; 9] = [0, 0, 0, 4, 0, 0, 0, 0, 0];
    const GO_AWAY: [u8; 17] = [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    socket.write_all(&SETTINGS).await?;
    socket.read_exact(&mut [0; PREFACE]).await?;
    loop {
        let mut head = [0; 9];
        socket.read_exact(&mut head).await?;
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
        let mut payload = vec![0; usize::try_from(length).expect("frames are small")];
        socket.read_exact(&mut payload).await?;
        if head[3] == HEADERS {
            break;
        }
    }
    socket.write_all(&GO_AWAY).await?;
    // It hangs up first: what still comes must not make a reset of the end.
    tokio::io::copy(&mut socket, &mut tokio::io::sink()).await?;
    Ok(())
}

fn succeed(mut answer: SendResponse<Bytes>) -> Result<(), h2::Error> {
    let poll = r#"{"success":true,"data":{"action":"create-poll","poll":{"id":"p","question":"Break?","options":[],"anonymous":true,"hide_votes":false,"voted":[]}}}"#;
    let mut body = answer.send_response(Response::new(()), false)?;
    body.send_data(Bytes::from_static(poll.as_bytes()), true)
}

async fn create_poll(server: &Server) -> Result<(), Error> {
    let reqwest = reqwest::Client::builder()
        .http2_prior_knowledge()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never().max_retries_per_request(0))
        .build()
        .expect("nothing is wrong with it");
    let client = Client::builder()
        .base_url(format!("http://{}", server.address))
        .api_token("a-token-for-tests")
        .account_id("acc")
        .transport(ReqwestTransport::from_client(reqwest))
        .build()
        .expect("the settings are complete");
    let body = CreatePoll::new("Break?", ["Yes", "No"]);
    let created = client.active_session().create_poll("app", "m1", body).await;
    created.map(|_| ())
}

#[tokio::test]
async fn what_was_refused_unseen_goes_out_again() {
    const ACTS: [Act; 2] = [Act::Reset(Reason::REFUSED_STREAM), Act::Answer];
    let server = Server::start(&ACTS).await;
    create_poll(&server).await.expect("the second one is taken");
    assert_eq!(server.seen(), 2);
}

#[tokio::test]
async fn what_a_closing_connection_did_not_take_goes_out_again() {
    const ACTS: [Act; 2] = [Act::Close, Act::Answer];
    let server = Server::start(&ACTS).await;
    create_poll(&server)
        .await
        .expect("another connection takes it");
    assert_eq!(server.seen(), 2);
}

#[tokio::test]
async fn what_is_refused_again_and_again_ends() {
    const ACTS: [Act; 3] = [Act::Reset(Reason::REFUSED_STREAM); 3];
    let server = Server::start(&ACTS).await;
    let error = create_poll(&server).await.expect_err("none is taken");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 3));
    assert!(
        error
            .to_string()
            .contains("the server did not take the request"),
        "{error}"
    );
    assert_eq!(server.seen(), 3);
}

#[tokio::test]
async fn what_the_server_broke_may_have_happened() {
    const ACTS: [Act; 1] = [Act::Reset(Reason::INTERNAL_ERROR)];
    let server = Server::start(&ACTS).await;
    let error = create_poll(&server).await.expect_err("it broke");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    assert_eq!(server.seen(), 1);
}
