"""The store's tables, as the steps that made them.

A step, once released, is never changed: a newer form of the store is a further step.
"""

STEPS: tuple[str, ...] = (
    """
    create table clients (
        pseudonym text primary key,
        profile text not null,
        added_at text not null
    ) strict, without rowid;

    create table sessions (
        number integer primary key,
        id text not null unique,
        client text references clients (pseudonym),
        started_at text not null
    ) strict;

    create index sessions_of_client on sessions (client);

    create table events (
        session text not null references sessions (id),
        seq integer not null,
        json text not null,
        primary key (session, seq)
    ) strict, without rowid;

    create unique index one_end on events (session) where json ->> '$.type' = 'end';

    -- Where a session's sound is, in the folder of sound, and the key that opens it.
    create table sound (
        session text primary key references sessions (id),
        file text not null unique,
        key blob not null
    ) strict, without rowid;

    create table consents (
        session text primary key references sessions (id),
        at text not null,
        scopes text not null
    ) strict, without rowid;

    -- Sessions and clients (one of the two in a row) whose erasure has begun. A row stays until
    -- nothing of them is left in the file, so that an erasure that was cut short is finished when
    -- the store next opens.
    create table forgetting (session text, client text) strict;

    create trigger events_are_never_changed before update on events
    begin select raise(abort, 'events are append-only'); end;

    create trigger events_go_only_when_forgotten before delete on events
    when not exists (select * from forgetting where session = old.session)
    begin select raise(abort, 'events are append-only'); end;

    create trigger sound_is_never_changed before update on sound
    begin select raise(abort, 'sound is append-only'); end;

    create trigger sound_goes_only_when_forgotten before delete on sound
    when not exists (select * from forgetting where session = old.session)
    begin select raise(abort, 'sound is append-only'); end;

    create trigger consents_are_never_changed before update on consents
    begin select raise(abort, 'consents are append-only'); end;

    create trigger consents_go_only_when_forgotten before delete on consents
    when not exists (select * from forgetting where session = old.session)
    begin select raise(abort, 'consents are append-only'); end;
    """,
    """
    -- Clinicians' voices, as points that tell one from another; no sound is kept.
    create table voices (
        name text primary key,
        made_at text not null,
        model text not null,
        source text not null,
        speech_s real not null,
        snr_db real,
        voiceprint blob not null
    ) strict, without rowid;

    alter table forgetting add column voice text;
    """,
    """
    -- What left the store, and where to. A row goes only with its session.
    create table exports (
        number integer primary key,
        session text not null references sessions (id),
        at text not null,
        format text not null,
        target text not null,
        with_words integer not null
    ) strict;

    create index exports_of_session on exports (session);

    create trigger exports_are_never_changed before update on exports
    begin select raise(abort, 'exports are append-only'); end;

    create trigger exports_go_only_when_forgotten before delete on exports
    when not exists (select * from forgetting where session = old.session)
    begin select raise(abort, 'exports are append-only'); end;
    """,
    """
    -- What may not be forgotten for now: a client with all sessions, or one session (one of the two
    -- in a row). Lifting a hold is a row of its own. Rows go with whom they are about.
    create table holds (
        number integer primary key,
        at text not null,
        client text,
        session text,
        lifted integer not null
    ) strict;

    -- Backups that were made, and where to. A row never goes: forgetting does not reach them.
    create table backups (
        number integer primary key,
        at text not null,
        target text not null
    ) strict;

    -- That something was forgotten, by its date alone. A row never goes.
    create table forgotten (
        number integer primary key,
        day text not null,
        what text not null
    ) strict;

    -- Sessions whose words went before the rest of them: none is added later either.
    create table wordless (session text primary key references sessions (id)) strict, without rowid;

    -- Sessions of which only the words, or only the sound, is being erased.
    alter table forgetting add column words text;
    alter table forgetting add column sound text;

    drop trigger events_are_never_changed;

    create trigger events_are_changed_only_when_their_words_go before update on events
    when old.session is not new.session or old.seq is not new.seq
        or not exists (select * from forgetting where words = old.session)
    begin select raise(abort, 'events are append-only'); end;

    drop trigger sound_goes_only_when_forgotten;

    create trigger sound_goes_only_when_forgotten before delete on sound
    when not exists (
        select * from forgetting where session = old.session or sound = old.session
    )
    begin select raise(abort, 'sound is append-only'); end;

    -- While the store is given a new key, each file of sound is sealed anew under another name.
    create table resealing (session text not null) strict;

    drop trigger sound_is_never_changed;

    create trigger sound_is_changed_only_when_sealed_anew before update on sound
    when old.session is not new.session
        or not exists (select * from resealing where session = old.session)
    begin select raise(abort, 'sound is append-only'); end;

    create trigger holds_are_never_changed before update on holds
    begin select raise(abort, 'holds are append-only'); end;

    create trigger holds_go_only_when_forgotten before delete on holds
    when not exists (
        select * from forgetting where session = old.session or client = old.client
    )
    begin select raise(abort, 'holds are append-only'); end;

    create trigger backups_are_never_changed before update on backups
    begin select raise(abort, 'backups are append-only'); end;

    create trigger backups_never_go before delete on backups
    begin select raise(abort, 'backups are append-only'); end;

    create trigger forgotten_is_never_changed before update on forgotten
    begin select raise(abort, 'what was forgotten is append-only'); end;

    create trigger forgotten_never_goes before delete on forgotten
    begin select raise(abort, 'what was forgotten is append-only'); end;
    """,
)
