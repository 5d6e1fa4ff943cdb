using System.Data.Common;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Calendar;

/// <summary>One event, a series of them, or what stands in place of one occurrence of a series.</summary>
/// <param name="Person">Whose calendar it is in, by id.</param>
/// <param name="Uid">As RFC 5545 has it: the same for a series and what stands in place of its occurrences.</param>
/// <param name="Series">The series of which it replaces an occurrence; 0 where it does not.</param>
/// <param name="Original">When the replaced occurrence would have begun; 0 where there is none.</param>
/// <param name="Starts">Milliseconds since 1970 UTC, as all times here.</param>
/// <param name="Ends">Exclusive.</param>
/// <param name="Rule">The series' RRULE; empty where it is no series.</param>
/// <param name="Except">Starts that were taken out of the series.</param>
/// <param name="Until">When the last occurrence ends; <see cref="long.MaxValue"/> where there is no last.</param>
/// <param name="Remind">Minutes before an occurrence; -1: never.</param>
/// <param name="RemindAt">When the person is next told; 0: no more.</param>
internal sealed record EventRow(
    long Id, long Party, string Entity, string Unit, string Person, string Uid, long Series, long Original, string Title, string Place, string Note, long Starts, long Ends,
    bool AllDay, string Rule, IReadOnlyList<long> Except, long Until, int Remind, long RemindAt, long Version, long Created)
{
    public const string Columns =
        "e.id, e.party_id, e.entity, e.unit, e.person, e.uid, e.series_id, e.original_at, e.title, e.place, e.note, e.starts_at, e.ends_at, e.all_day, e.rule, e.except_at, e.until_at, e.remind_minutes, e.remind_at, e.version, e.created_at";

    public static SightColumns Sight { get; } = new("e.entity", "e.unit", "e.person");

    public bool Recurs => Rule.Length > 0;

    public long Length => Ends - Starts;

    /// <summary>The row that has the guests: the series' for all of its occurrences.</summary>
    public long Lead => Series > 0 ? Series : Id;

    public static EventRow Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt64(6), r.GetInt64(7), r.GetString(8), r.GetString(9), r.GetString(10),
        r.GetInt64(11), r.GetInt64(12), r.GetInt16(13) == 1, r.GetString(14), JsonSerializer.Deserialize<long[]>(r.GetString(15))!, r.GetInt64(16), r.GetInt32(17), r.GetInt64(18), r.GetInt64(19), r.GetInt64(20));

    /// <summary>The row with what follows from its times: until when it may occur, and when its person is next told.</summary>
    public EventRow Settled(long now, IReadOnlyCollection<long> replaced) =>
        this with { Until = Recurrence.Until(this), RemindAt = Recurrence.NextReminder(this, replaced, now) };

    public async Task<long> InsertAsync(Session session) => (await session.QueryAsync(
        """
        INSERT INTO ocrm.event (party_id, recorded_for, entity, unit, person, uid, series_id, original_at, title, place, note, starts_at, ends_at, all_day, recurs, rule, except_at, until_at,
            remind_minutes, remind_at, version, created_at)
        VALUES (@party, @party, @entity, @unit, @person, @uid, @series, @original, @title, @place, @note, @starts, @ends, @allDay, @recurs, @rule, @except, @until, @remind, @remindAt, 1, @created)
        RETURNING id
        """, r => r.GetInt64(0), [.. Content, ("entity", Entity), ("unit", Unit), ("person", Person), ("uid", Uid), ("series", Series), ("created", Created)]))[0];

    public Task UpdateAsync(Session session) => session.ExecuteAsync(
        """
        UPDATE ocrm.event SET recorded_for = CASE WHEN party_id = @party THEN recorded_for ELSE @party END, party_id = @party, original_at = @original, title = @title, place = @place, note = @note,
            starts_at = @starts, ends_at = @ends, all_day = @allDay, recurs = @recurs, rule = @rule, except_at = @except, until_at = @until, remind_minutes = @remind, remind_at = @remindAt,
            version = version + 1 WHERE id = @id
        """, [.. Content, ("id", Id)]);

    private (string, object?)[] Content =>
    [
        ("party", Party), ("original", Original), ("title", Title), ("place", Place), ("note", Note), ("starts", Starts), ("ends", Ends), ("allDay", (short)(AllDay ? 1 : 0)), ("recurs", (short)(Recurs ? 1 : 0)),
        ("rule", Rule), ("except", JsonSerializer.Serialize(Except)), ("until", Until), ("remind", Remind), ("remindAt", RemindAt),
    ];
}
