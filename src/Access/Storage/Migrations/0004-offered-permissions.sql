-- The permissions that the shipped roles have been offered. One that came with a later version is offered once, so that what an administrator takes away stays away.
CREATE TABLE access.offered_permission (
    name text PRIMARY KEY
)
