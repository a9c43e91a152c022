//! The first call.

use realtime_kit::Client;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let answer = client.apps().list().await?;
    println!("{answer:#?}");
    Ok(())
}
