#![no_main]

beredd_fuzz::target!("kml");
