//! `StatisticsFilter`.

use crate::runtime::open_enum;

open_enum! {
    /// A kind of statistics. The server takes several, separated by commas and without blanks; give
    /// them as one unknown value to ask for that.
    pub enum StatisticsFilter {
        DeviceInfo = "device_info",
        IpInformation = "ip_information",
        PrecallNetworkInformation = "precall_network_information",
        Events = "events",
        QualityStats = "quality_stats",
    }
}
