#![no_main]

beredd_fuzz::target!("geopackage");
