using Granary.Kernel;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Work.Log;

/// <summary>Whole days on which somebody is away, wherever they work.</summary>
/// <param name="Kind">leave, sick, or trip: on business or in training.</param>
/// <param name="RecordedBy">A person's id.</param>
/// <param name="RecordedAt">Milliseconds since 1970 UTC.</param>
internal sealed record Absence(long Id, string Person, string Kind, DateOnly From, DateOnly To, string Note, string RecordedBy, long RecordedAt)
{
    public static IReadOnlyList<string> Kinds { get; } = ["leave", "sick", "trip"];

    private const string Columns = "a.id, a.person, a.kind, a.from_day, a.to_day, a.note, a.recorded_by, a.recorded_at";

    /// <summary>For SQL that counts reports r: whether the person was away on the report's day.</summary>
    public const string OnReportDay = "EXISTS (SELECT 1 FROM ocrm.absence a WHERE a.person = r.person AND a.withdrawn_at = 0 AND a.from_day <= r.day AND a.to_day >= r.day)";

    /// <summary>As the audit names one.</summary>
    public static string RefOf(long id) => $"absence/{id}";

    /// <summary>What was not withdrawn and touches a span of days, in the order in which it was recorded.</summary>
    public static Task<List<Absence>> ReadAsync(Session session, IReadOnlyCollection<string> people, DateOnly from, DateOnly to) => session.QueryAsync(
        $"SELECT {Columns} FROM {"{rows}"} CROSS JOIN ocrm.absence a WHERE a.person = k.person AND a.to_day >= @from AND a.from_day <= @to AND a.withdrawn_at = 0 ORDER BY a.id",
        RowSet.Of("person", people),
        r => new Absence(r.GetInt64(0), r.GetString(1), r.GetString(2), BankTime.Parse(r.GetString(3))!.Value, BankTime.Parse(r.GetString(4))!.Value, r.GetString(5), r.GetString(6), r.GetInt64(7)),
        ("from", BankTime.Text(from)), ("to", BankTime.Text(to)));
}

/// <summary>Who is away on which day. Pure.</summary>
internal sealed class DaysAway(IEnumerable<Absence> absences)
{
    private readonly ILookup<string, Absence> _of = absences.ToLookup(a => a.Person, StringComparer.Ordinal);

    public static async Task<DaysAway> ReadAsync(Session session, IReadOnlyCollection<string> people, DateOnly from, DateOnly to) => new(await Absence.ReadAsync(session, people, from, to));

    /// <returns>Why; null where the person is there. Of two reasons the one that was recorded first.</returns>
    public string? On(string person, DateOnly day) => _of[person].FirstOrDefault(a => a.From <= day && day <= a.To)?.Kind;
}
