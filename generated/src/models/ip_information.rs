//! `IpInformation`.

use super::asn::Asn;
use crate::runtime::model;

model! {
    /// Where on the network a participant was.
    pub struct IpInformation {
        /// The address.
        optional ipv4: String = "ipv4",

        /// Which network it belongs to.
        optional asn: Asn = "asn",

        /// Who owns the network.
        optional org: String = "org",

        /// The portal of the network.
        optional portal: String = "portal",

        /// The city it points to.
        optional city: String = "city",

        /// The region it points to.
        optional region: String = "region",

        /// The country it points to.
        optional country: String = "country",

        /// The time zone there.
        optional timezone: String = "timezone",

        /// Latitude and longitude.
        optional ip_location: String = "ip_location",
    }
}
