#![no_main]

beredd_fuzz::target!("project");
