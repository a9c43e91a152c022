//! The life of a meeting: made, joined, moderated, over. It runs against a RealtimeKit on loopback
//! that behaves like the real one: `cargo run -p wire-tests --example meeting`.

use realtime_kit::models::{
    AddParticipant, CreatePoll, ErrorBody, KickParticipants, MeetingSettings, MeetingStatus,
    MuteAllParticipants, UpdateMeeting,
};
use realtime_kit::{Client, Error};
use wire_tests::kit::{Kit, Mode};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let kit = Kit::start(Mode::Strict);
    for line in story(&kit).await? {
        println!("{line}");
    }
    Ok(())
}

/// A client of the server.
pub(crate) fn client(kit: &Kit) -> Result<Client, Error> {
    Client::builder()
        .base_url(kit.url())
        .api_token("a-token")
        .account_id("023e105f4ecef8ad9ca31a8372d0c353")
        .build()
}

/// What happens, a line each.
pub(crate) async fn story(kit: &Kit) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let client = client(kit)?;
    let mut told = Vec::new();

    let settings = MeetingSettings::new().title("Weekly review");
    let meeting = client.meetings().create("app", settings).await?;
    let meeting = meeting.data.ok_or("a meeting was made")?.id.to_string();
    told.push(String::from("The meeting is made."));

    for (id, name) in [("ada", "Ada"), ("grace", "Grace"), ("guest", "Somebody")] {
        let who = AddParticipant::new(id, "group_call_participant").name(name);
        let participants = client.meetings().participants();
        let added = participants.add("app", &meeting, who).await?;
        let token = added.data.ok_or("a participant was added")?.token;
        // The token is a secret: it goes to the participant, and never into a log.
        kit.join(token.expose())?;
        told.push(format!("{name} joins."));
    }

    let session = client.active_session();
    let live = session.get("app", &meeting).await?;
    let live = live.data.ok_or("the session is live")?;
    told.push(format!("{} are there.", live.live_participants));

    let who = KickParticipants::new().custom_participant_ids(["guest"]);
    let kicked = session.kick("app", &meeting, who).await?;
    for gone in kicked
        .data
        .and_then(|data| data.participants)
        .unwrap_or_default()
    {
        told.push(format!("{} is removed.", gone.name.unwrap_or_default()));
    }

    let who = KickParticipants::new().custom_participant_ids(["nobody"]);
    match session.kick("app", &meeting, who).await {
        Err(Error::Api(refusal)) => match refusal.json::<ErrorBody>() {
            Some(ErrorBody::KitError(kit)) => told.push(format!("{}.", kit.error.message)),
            _ => return Err("RealtimeKit's own envelope was expected".into()),
        },
        other => return Err(format!("a refusal was expected: {other:?}").into()),
    }

    let muted = session
        .mute_all("app", &meeting, MuteAllParticipants::new(false))
        .await?;
    let count = muted.data.and_then(|data| data.muted_participants_count);
    told.push(format!("{} are muted.", count.unwrap_or_default()));

    let poll = CreatePoll::new("Shall we go on?", ["Yes", "No"]).anonymous(true);
    let poll = session.create_poll("app", &meeting, poll).await?;
    let poll = poll
        .data
        .and_then(|data| data.poll)
        .ok_or("a poll was opened")?;
    told.push(format!("{} {} answers.", poll.question, poll.options.len()));

    // Whoever is inside stays inside: first nobody can come in, then everybody goes.
    let closed = UpdateMeeting::new().status(MeetingStatus::Inactive);
    client.meetings().update("app", &meeting, closed).await?;
    let kicked = session.kick_all("app", &meeting).await?;
    let count = kicked.data.and_then(|data| data.kicked_participants_count);
    told.push(format!("{} are sent home.", count.unwrap_or_default()));

    kit.tick(60);
    match session.get("app", &meeting).await {
        Err(Error::Api(refusal)) if refusal.status() == 404 => {
            told.push(String::from("The session is over."));
        }
        other => return Err(format!("no session was expected: {other:?}").into()),
    }
    Ok(told)
}
