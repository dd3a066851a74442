//! Pictures that were drawn before, within the page.

use std::path::Path;

use crate::document::{Block, Document, Figure};
use crate::drawing;
use crate::error::Error;

/// A map or plot; nothing where it was not drawn.
pub fn push(directory: &Path, name: &str, page: &mut Document) -> Result<(), Error> {
    let path = directory.join(drawing::DIRECTORY).join(format!("{name}.svg"));
    if path.exists() {
        let svg = std::fs::read_to_string(&path).map_err(|cause| Error::write(&path, cause))?;
        page.push(Block::Figure(Figure::from_svg(svg)));
    }
    Ok(())
}
