using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.Intake;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Matching.Bulk;

namespace Granary.Ecif.FirstLoad;

/// <summary>
/// Four stages, each of which leaves files and is not done again: messages by customer, source records, whose each record is, and parties
/// in the database, where the transaction that writes some also says how far it came.
/// </summary>
internal sealed class FirstLoader(EcifDatabase database, IntakeRules rules, TimeProvider clock) : IFirstLoad
{
    private const int SuspectsAtOnce = 5000;

    public async Task<FirstLoadState> StateAsync(string? fingerprint, CancellationToken cancellation) =>
        await LoadProgress.PlanAsync(database, cancellation) is { } plan ? (fingerprint is null || plan == PlanOf(fingerprint) ? FirstLoadState.Begun : FirstLoadState.BegunWithOthers)
        : (await database.ReadAsync(session => session.QueryAsync("SELECT 1 FROM ecif.party LIMIT 1", r => r.GetInt32(0)), cancellation)).Count == 0 ? FirstLoadState.Empty
        : FirstLoadState.Filled;

    public async Task<FirstLoadOutcome> RunAsync(FirstLoadPlan plan, CancellationToken cancellation)
    {
        await database.ReadAsync(async session =>
        {
            await rules.Model.LookAsync(session);
            return true;
        }, cancellation);
        var folder = new LoadFolder(plan.Folder, plan.Fingerprint);
        var messages = Read(folder, plan, cancellation);
        await GatherAsync(folder, plan, messages, cancellation);
        using var records = new RecordFile(folder.PathOf("records"), plan.Memory / 2);
        var pairs = Resolve(folder, plan, records, cancellation);
        var resolved = Resolved.Read(folder.PathOf("resolved"));
        var parties = await WriteAsync(plan, records, resolved, cancellation);
        folder.Delete();
        return new FirstLoadOutcome(messages, records.Count, parties, resolved.Suspects.Count, pairs);
    }

    private static long Read(LoadFolder folder, FirstLoadPlan plan, CancellationToken cancellation)
    {
        if (folder.Counts("read") is not [var count])
        {
            count = new MessageFiles(folder).Write(plan.Read(), read => plan.Progress(new("read", read, 0)), cancellation);
            folder.End("read", count);
        }

        return count;
    }

    private async Task GatherAsync(LoadFolder folder, FirstLoadPlan plan, long messages, CancellationToken cancellation)
    {
        if (folder.Counts("records") is not null)
        {
            return;
        }

        var files = new MessageFiles(folder);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        using var file = new RecordWriter(folder.PathOf("records"));
        await foreach (var records in Ahead.Of(MessageFiles.Count, part => GatherRecords.Of(files.Read(part), now, rules.Limits.ClockSkew), cancellation))
        {
            file.Add(records);
            plan.Progress(new("records", file.Count, messages));
        }

        file.End();
        folder.End("records", file.Count);
        files.Delete();
    }

    private long Resolve(LoadFolder folder, FirstLoadPlan plan, RecordFile records, CancellationToken cancellation)
    {
        if (folder.Counts("resolved") is not [var pairs])
        {
            var settings = new BulkSettings { LargestBlock = rules.Limits.BlockSize, Memory = plan.Memory / 2, Folder = folder.PathOf("") };
            var outcome = new BulkResolver(rules.Resolver.Matcher, settings).Resolve(records.Count, records.Match, (step, done, of) => plan.Progress(new(step, done, of)), cancellation);
            Resolved.Write(folder.PathOf("resolved"), outcome, claimants => claimants.Select(number => records[number]).OrderBy(r => r.OpenedAt).ThenBy(r => r.Id).First() is var first ? (int)first.Id - 1 : 0);
            folder.End("resolved", pairs = outcome.Pairs);
        }

        return pairs;
    }

    private async Task<int> WriteAsync(FirstLoadPlan plan, RecordFile records, Resolved resolved, CancellationToken cancellation)
    {
        var numbering = new Numbering(resolved.Clusters);
        var parties = numbering.Count;
        await LoadProgress.BeginAsync(database, PlanOf(plan.Fingerprint), parties, records.Count, cancellation);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await database.LoadAsync(LoadRows.Tables, async () =>
        {
            var written = await LoadProgress.WrittenAsync(database, cancellation);
            var make = new MakeParties(rules, records, resolved, numbering, now);
            var size = rules.Limits.LoadParties;
            var parts = (parties - written + size - 1) / size;
            await foreach (var made in Ahead.Of(parts, part => make.Make(written + (part * size), Math.Min(size, parties - written - (part * size))), cancellation))
            {
                await database.WriteAsync(async session =>
                {
                    await made.Rows.CopyAsync(session);
                    await MasterStore.MarkDueAsync(session, made.Due, now);
                    await LoadProgress.WroteAsync(session, made.Through);
                }, cancellation);
                plan.Progress(new("write", made.Through, parties));
                Crash.At("mid-load");
            }

            foreach (var some in resolved.Suspects.Chunk(SuspectsAtOnce))
            {
                await database.WriteAsync(session => session.InsertAsync(MasterStore.SuspectInsert,
                    [.. some.Select(s => SuspectRow.Of(numbering.PartyOf(s.A) + 1, numbering.PartyOf(s.B) + 1, s.Probability, s.Reason, now))]), cancellation);
            }

            plan.Progress(new("indexes", parties, parties));
        }, cancellation);
        await database.WriteAsync(EndAsync, cancellation);
        return parties;
    }

    /// <summary>No key is due because its system seems new.</summary>
    private async Task EndAsync(Session session)
    {
        await Resubscribing.NoteAsync(session, rules.Subscriptions.Values);
        await LoadProgress.EndAsync(session);
    }

    private static long PlanOf(string fingerprint) => long.Parse(fingerprint.AsSpan(0, 15), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
