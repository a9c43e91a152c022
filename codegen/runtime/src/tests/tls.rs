//! TLS with a server whose certificate nobody knows.

use std::error::Error as _;
use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

use super::fault_server::{Do, FaultServer, send};
use super::http2_server::{Http2Server, Seen};
use super::paused::Paused;
use super::wire_faults::{GET, POST, core, core_with};
use crate::runtime::{Core, Error, ErrorKind, OAuthTokens};

/// A server that speaks HTTP/2 over TLS, and its certificate for a client.
async fn server(name: &str) -> (Http2Server, reqwest::Certificate) {
    server_for(name, false).await
}

/// The same, which may ask its clients for a certificate.
async fn server_for(name: &str, known_clients: bool) -> (Http2Server, reqwest::Certificate) {
    let made = generate_simple_self_signed([name.to_owned()]);
    let CertifiedKey { cert, signing_key } = made.expect("the name can be certified");
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).expect("it is a key");
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .expect("the provider knows them");
    let config = if known_clients {
        let mut roots = RootCertStore::empty();
        roots.add(cert.der().clone()).expect("it is a certificate");
        let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
        config.with_client_cert_verifier(verifier.build().expect("there is a root"))
    } else {
        config.with_no_client_auth()
    };
    let config = config.with_single_cert(vec![cert.der().clone()], key);
    let mut config = config.expect("the key fits the certificate");
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let server = Http2Server::start_behind(Some(acceptor), []).await;
    let known = reqwest::Certificate::from_der(cert.der()).expect("it is a certificate");
    (server, known)
}

/// A client that knows this certificate and no other.
fn knowing(certificate: reqwest::Certificate) -> Paused {
    let client = reqwest::Client::builder().tls_certs_only([certificate]);
    Paused::of(client.build().expect("the certificate is valid"))
}

fn assert_untrusted(error: &Error) {
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    assert!(!error.is_retryable(), "{error}");
    let causes = std::iter::successors(error.source(), |&cause| cause.source());
    let causes: Vec<String> = causes
        .map(|cause| cause.to_string().to_lowercase())
        .collect();
    let told = causes.iter().any(|cause| cause.contains("certificate"));
    assert!(told, "{causes:?}");
}

#[tokio::test]
async fn a_certificate_that_nobody_knows_is_refused_once() {
    let (server, _) = server("127.0.0.1").await;
    let clock = Paused::new();
    let core = core(server.url(), &clock);
    for operation in [&GET, &POST] {
        let error = core
            .call(operation)
            .empty()
            .await
            .expect_err("nobody knows it");
        assert_untrusted(&error);
        let said = "the server cannot be trusted, or does not trust the client";
        assert!(error.to_string().starts_with(said), "{error}");
    }
    assert_eq!((clock.pauses().len(), server.log()), (0, vec![]));
}

#[tokio::test]
async fn a_certificate_of_another_name_is_refused() {
    let (server, known) = server("elsewhere.example").await;
    let core = core_with(server.url(), knowing(known));
    let error = core.call(&GET).empty().await.expect_err("it is another's");
    assert_untrusted(&error);
}

#[tokio::test]
async fn a_token_server_that_nobody_knows_is_refused_as_well() {
    let (server, _) = server("127.0.0.1").await;
    let tokens = OAuthTokens::new(format!("{}/token", server.url()), "id", "s3cret");
    let mut builder = Core::builder(&super::oauth::API);
    builder.credential("oauth", tokens);
    let core = builder.build().expect("the settings are valid");
    let call = core.call(&super::oauth::GET).empty();
    let error = call.await.expect_err("there is no token");
    assert_untrusted(&error);
    let said = "no token for `oauth`: the token server cannot be trusted";
    assert!(error.to_string().starts_with(said), "{error}");
}

#[tokio::test]
async fn a_client_without_the_certificate_that_is_asked_for_is_refused() {
    let (server, known) = server_for("127.0.0.1", true).await;
    let core = core_with(server.url(), knowing(known));
    for operation in [&GET, &POST] {
        let error = core.call(operation).empty().await;
        let error = error.expect_err("the server does not know the client");
        assert_untrusted(&error);
    }
}

#[tokio::test]
async fn a_client_of_one_s_own_brings_its_certificate_and_speaks_http_2() {
    let (server, known) = server("127.0.0.1").await;
    let core = core_with(server.url(), knowing(known));
    for _ in 0..3 {
        core.call(&POST).empty().await.expect("it is known");
    }
    let request = Seen::Request(0);
    let log = [Seen::Connection, request, request, request];
    assert_eq!(server.log(), log);
}

#[tokio::test]
async fn a_handshake_that_breaks_is_a_connection_that_could_not_be_made() {
    for script in [
        vec![],
        vec![send("HTTP/1.1 200 OK\r\n\r\n")],
        vec![Do::Reset],
    ] {
        let server = FaultServer::start([script]).await;
        let clock = Paused::new();
        let core = core(&server.url().replace("http:", "https:"), &clock);
        let error = core.call(&POST).empty().await;
        let error = error.expect_err("there is no TLS");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 3));
        assert!(error.is_retryable(), "{error}");
    }
}
