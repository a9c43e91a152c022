//! `AudioTotals` and what stands inside it.

use crate::runtime::model;

model! {
    /// How sound was sent, all in all.
    pub struct AudioTotals {
        /// How much was lost.
        optional packet_loss: AudioTotalsPacketLoss = "packet_loss",

        /// Marks for quality, from 1 to 5.
        optional quality_mos: AudioTotalsQualityMos = "quality_mos",

        /// Times there and back.
        optional rtt: AudioTotalsRtt = "rtt",
    }
}

model! {
    /// How much was lost.
    pub struct AudioTotalsPacketLoss {
        /// The mean.
        optional avg: f64 = "avg",

        /// At which share of moments five percent or more were lost.
        optional _5_or_greater_event_fraction: f64 = "5_or_greater_event_fraction",

        /// At which share of moments ten percent or more were lost.
        optional _10_or_greater_event_fraction: f64 = "10_or_greater_event_fraction",

        /// At which share of moments a quarter or more was lost.
        optional _25_or_greater_event_fraction: f64 = "25_or_greater_event_fraction",

        /// At which share of moments half or more was lost.
        optional _50_or_greater_event_fraction: f64 = "50_or_greater_event_fraction",
    }
}

model! {
    /// Marks for quality, from 1 to 5.
    pub struct AudioTotalsQualityMos {
        /// The mean.
        optional avg: f64 = "avg",

        /// The median.
        optional p50: f64 = "p50",

        /// The 75th percentile.
        optional p75: f64 = "p75",

        /// The 90th percentile.
        optional p90: f64 = "p90",
    }
}

model! {
    /// Times there and back.
    pub struct AudioTotalsRtt {
        /// The mean.
        optional avg: f64 = "avg",

        /// At which share of moments it took 100 milliseconds or more.
        optional _100ms_or_greater_event_fraction: f64 = "100ms_or_greater_event_fraction",

        /// At which share of moments it took 250 milliseconds or more.
        optional _250ms_or_greater_event_fraction: f64 = "250ms_or_greater_event_fraction",

        /// At which share of moments it took 500 milliseconds or more.
        optional _500ms_or_greater_event_fraction: f64 = "500ms_or_greater_event_fraction",
    }
}
