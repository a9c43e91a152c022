//! Trees of resources and names of methods, as users will see them.
