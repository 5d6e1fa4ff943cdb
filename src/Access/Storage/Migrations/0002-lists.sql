-- Ways of looking at a list, and the jobs that run in the background.
CREATE TABLE access.list_view (
    id     text     PRIMARY KEY,
    list   text     NOT NULL,
    person text     NOT NULL,
    name   text     NOT NULL,
    shared smallint NOT NULL,
    state  text     NOT NULL
);
CREATE INDEX access_list_view_person ON access.list_view (person);
CREATE INDEX access_list_view_list ON access.list_view (list, shared);

-- How far a job is and which file it made. What it is to do (content) is kept only while it waits for somebody's agreement.
CREATE TABLE access.job (
    id         text   PRIMARY KEY,
    person     text   NOT NULL,
    kind       text   NOT NULL,
    state      text   NOT NULL,
    done       bigint NOT NULL,
    total      bigint NOT NULL,
    file       text   NOT NULL,
    problem    text   NOT NULL,
    content    text   NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL
);
CREATE INDEX access_job_person ON access.job (person, created_at);
CREATE INDEX access_job_created ON access.job (created_at);
CREATE INDEX access_job_state ON access.job (state);
