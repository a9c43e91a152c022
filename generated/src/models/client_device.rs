//! `ClientDevice`.

use crate::runtime::model;

model! {
    /// The device and the program that a participant used.
    pub struct ClientDevice {
        /// Name of the browser.
        optional browser: String = "browser",

        /// Version of the browser.
        optional browser_version: String = "browser_version",

        /// The engine of the browser.
        optional engine: String = "engine",

        /// How the browser calls itself.
        optional user_agent: String = "user_agent",

        /// Whether the browser can do WebGL.
        optional webgl_support: String = "webgl_support",

        /// Name of the operating system.
        optional os: String = "os",

        /// Version of the operating system.
        optional os_version: String = "os_version",

        /// Which SDK of RealtimeKit was used.
        optional sdk_name: String = "sdk_name",

        /// Its version.
        optional sdk_version: String = "sdk_version",

        /// Whether it is a telephone or the like.
        optional is_mobile: bool = "is_mobile",

        /// How many processors it has.
        optional cpus: f64 = "cpus",

        /// How much memory it has.
        optional memory: f64 = "memory",
    }
}
