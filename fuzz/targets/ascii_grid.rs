#![no_main]

beredd_fuzz::target!("ascii_grid");
