#![no_main]

beredd_fuzz::target!("framework");
