using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Prospects;

namespace Granary.Ocrm.Imports;

/// <summary>
/// A customer who came by an import cannot be taken out of the customer master, whose numbers are for ever: our record of them is closed there,
/// told by <see cref="TellProspects"/>. Who has been worked with since stays.
/// </summary>
internal static class UndoNewCustomers
{
    public static async Task<IReadOnlyList<Verdict>> RunAsync(ImportWork work, IReadOnlyList<ImportLine> lines)
    {
        var seen = work.Caller.SightOf(Permission.ProspectsEdit).In(Prospect.Sight);
        var found = (await work.Session.QueryAsync(
            $"SELECT {Prospect.Columns} FROM {"{rows}"} CROSS JOIN ocrm.prospect p WHERE p.id = k.id AND {seen.Sql} ORDER BY p.id {work.Session.ForUpdateOf("p")}",
            RowSet.Of("id", [.. lines.Select(Id)]), Prospect.Read, [.. seen.Parameters])).ToDictionary(p => p.Id);
        var used = await UsedAsync(work, [.. found.Values.Where(p => p.State == Prospect.Converted).Select(p => p.Number)]);
        var verdicts = lines.Select(l => found.GetValueOrDefault(Id(l)) switch
        {
            null => new Verdict(Verdict.Stayed, "gone"),
            { State: Prospect.Sent or Prospect.Closing } => new Verdict(Verdict.Stayed, "waiting"),
            { State: Prospect.Open } => new Verdict(Verdict.Stayed, "changed-since"),
            { State: Prospect.Converted } p when used.Contains(p.Number) => new Verdict(Verdict.Stayed, "in-use"),
            _ => new Verdict(Verdict.Undone),
        }).ToList();
        var states = lines.Zip(verdicts).Where(v => v.Second.Outcome == Verdict.Undone).Select(v => (v.First, State: found[Id(v.First)].State switch
        {
            Prospect.Converted or Prospect.Joined => Prospect.Closing,
            _ => Prospect.Dropped, // the customer master had refused it
        })).ToList();
        foreach (var (line, state) in states)
        {
            await work.Session.ExecuteAsync("UPDATE ocrm.prospect SET state = @state, changed_at = @at, version = version + 1 WHERE id = @id", ("state", state), ("at", work.Now), ("id", Id(line)));
        }

        await NewProspects.AuditAsync(work, states.Select(s => (s.First.Ref, s.State)));
        return verdicts;

        static long Id(ImportLine line) => line.RefOf("prospect")!.Value;
    }

    /// <summary>Numbers of customers of whom something was written down since, or whom the bank's systems know by now.</summary>
    private static async Task<HashSet<string>> UsedAsync(ImportWork work, IReadOnlyCollection<string> numbers) => [.. await work.Session.QueryAsync(
        """
        SELECT c.number FROM {rows} CROSS JOIN ocrm.search_token t JOIN ocrm.customer c ON c.party_id = t.party_id
        WHERE t.token = k.token AND c.entity = @entity AND (c.systems <> 'OCRM'
          OR EXISTS (SELECT 1 FROM ocrm.activity a WHERE a.party_id = c.party_id AND a.person <> '') OR EXISTS (SELECT 1 FROM ocrm.edit e WHERE e.party_id = c.party_id))
        """,
        RowSet.Of("token", [.. numbers.Select(Customers.CustomerTokens.Number)]), r => r.GetString(0), ("entity", work.Import.Entity))];
}
