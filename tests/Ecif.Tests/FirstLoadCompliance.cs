using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.Resolution;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Matching;
using Granary.Tests;
using Granary.Tests.Bulk;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ecif.Tests;

/// <summary>The first load, on every engine (docs/cases.md, ECIF-120 and on).</summary>
public abstract class FirstLoadCompliance(Engine engine, ITestOutputHelper output)
{
    private const string Fingerprint = "0123456789abcdef";

    private readonly int seed = int.TryParse(Environment.GetEnvironmentVariable("GRANARY_TEST_SEED"), out var given) ? given : 20260601;

    [Fact, Trait("Case", "ECIF-120")]
    public async Task Messages_one_by_one_in_batches_and_loaded_at_once_make_the_same_customer_master()
    {
        output.WriteLine($"seed {seed}");
        var messages = Messages(new Random(seed), 400);
        var one = await FilledAsync(async hub =>
        {
            foreach (var message in messages)
            {
                Assert.True((await hub.Intake.SubmitAsync(message, CancellationToken.None)).Done);
            }
        });
        var batched = await FilledAsync(hub => Task.WhenAll(messages.Select(async m => Assert.True((await hub.Intake.SubmitAsync(m, CancellationToken.None)).Done))));
        var loaded = await FilledAsync(hub => LoadAsync(hub, messages));

        Assert.Equal(one.Records, batched.Records);
        Assert.Equal(one.Records, loaded.Records);
        Assert.Equal(one.Golden, loaded.Golden);
        Assert.Equal(one.MatchKeys, loaded.MatchKeys);
        Assert.Equal(one.Identities, loaded.Identities);
        Assert.Equal(one.Relationships, loaded.Relationships);
        Assert.Equal(one.Tokens, loaded.Tokens);
        output.WriteLine($"{one.Records.Count} records, {one.Golden.Count} parties, {one.Suspects.Count} suspects one by one and {loaded.Suspects.Count} loaded, {one.Due.Count} due and {loaded.Due.Count}");
        // Message by message a suspect stays though another record proves later that the two are different, and what was once due stays until a sender finds it done.
        Assert.Empty(loaded.Suspects.Except(one.Suspects));
        Assert.All(one.Suspects.Except(loaded.Suspects), suspect => Assert.True(one.AreProvedDifferent(suspect), suspect));
        Assert.Empty(loaded.Due.Except(one.Due));
    }

    [Fact, Trait("Case", "ECIF-121")]
    public async Task A_load_that_stops_anywhere_goes_on_from_there_and_ends_with_the_same()
    {
        output.WriteLine($"seed {seed}");
        var messages = Messages(new Random(seed), 300);
        var untroubled = await FilledAsync(hub => LoadAsync(hub, messages));
        var stops = new List<string>();
        var troubled = await FilledAsync(async hub =>
        {
            var load = hub.Services.GetRequiredService<IFirstLoad>();
            var folder = Directory.CreateTempSubdirectory("granary-test-").FullName;
            var read = 0;
            for (var ended = false; !ended;)
            {
                var writes = 0;
                try
                {
                    await load.RunAsync(new FirstLoadPlan(folder, Fingerprint, Read, Stop), CancellationToken.None);
                    ended = true;
                }
                catch (Exception stopped) when (stopped is Stopped or AggregateException)
                {
                    // At the second stop in a step it goes on: what came before that step is not done again.
                }

                // Stops once before each step has ended, and again when some parties have been written.
                void Stop(FirstLoadProgress progress)
                {
                    var stop = progress.Step == "write" ? $"write {++writes}" : progress.Step;
                    lock (stops)
                    {
                        if (stops.Contains(stop) || writes > 2)
                        {
                            return;
                        }

                        stops.Add(stop);
                    }

                    throw new Stopped();
                }
            }

            Assert.Equal(1, read);
            Assert.Equal(FirstLoadState.Filled, await load.StateAsync(Fingerprint, CancellationToken.None));

            IEnumerable<SourceMessage> Read()
            {
                read++;
                return messages;
            }
        });
        output.WriteLine($"stopped at {string.Join(", ", stops)}");
        Assert.Contains("write 2", stops);
        Assert.Equivalent(untroubled with { Matches = [] }, troubled with { Matches = [] }, strict: true);
    }

    [Fact, Trait("Case", "ECIF-122")]
    public async Task A_load_of_other_files_or_into_a_base_with_customers_is_told_by_name()
    {
        await FilledAsync(async hub =>
        {
            var load = hub.Services.GetRequiredService<IFirstLoad>();
            var messages = Messages(new Random(seed), 10);
            var folder = Directory.CreateTempSubdirectory("granary-test-").FullName;
            await Assert.ThrowsAsync<Stopped>(() => load.RunAsync(new FirstLoadPlan(folder, Fingerprint, () => messages, p => { if (p.Step == "write") { throw new Stopped(); } }), CancellationToken.None));
            Assert.Equal(FirstLoadState.Begun, await load.StateAsync(Fingerprint, CancellationToken.None));
            Assert.Equal(FirstLoadState.BegunWithOthers, await load.StateAsync("fedcba9876543210", CancellationToken.None));
            await load.RunAsync(new FirstLoadPlan(folder, Fingerprint, () => messages, _ => { }), CancellationToken.None);
            Assert.Equal(FirstLoadState.Filled, await load.StateAsync("fedcba9876543210", CancellationToken.None));

            // Messages go on behind the load: ids are not given twice.
            var verdict = await hub.SayAsync("CBS", "later", attributes: [Hub.Person("赵玥"), Hub.Id("230183198603094823")]);
            Assert.True(verdict.Done);
        });
    }

    [Fact, Trait("Case", "ECIF-123")]
    public async Task After_a_load_every_system_is_told_what_it_does_not_hold_and_nothing_else()
    {
        await using var database = await engine.CreateAsync();
        HashSet<string> due;
        await using (var hub = await Hub.StartAsync(database.ConnectionString, distribute: false))
        {
            await LoadAsync(hub, Messages(new Random(seed), 100));
            due = [.. (await Master.ReadAsync(hub.Database)).Due];
        }

        await using var after = await Hub.StartAsync(database.ConnectionString);
        await after.QuietAsync();
        var told = after.Systems.Values.SelectMany(s => s.Received.Select(d => $"{s.System}/{d.Key}")).ToList();
        Assert.NotEmpty(told);
        Assert.Equal(told.Distinct().Count(), told.Count);
        Assert.Equal(due.Order(StringComparer.Ordinal).Where(d => !d.StartsWith("CARD/", StringComparison.Ordinal)), told.Order(StringComparer.Ordinal));
    }

    private sealed class Stopped : Exception;

    private async Task<Master> FilledAsync(Func<Hub, Task> fill)
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, new StandingClock(Hub.Noon), distribute: false, limits: new EcifLimits { LoadParties = 50 });
        await fill(hub);
        return await Master.ReadAsync(hub.Database);
    }

    private static async Task LoadAsync(Hub hub, IReadOnlyList<SourceMessage> messages)
    {
        var load = hub.Services.GetRequiredService<IFirstLoad>();
        Assert.Equal(FirstLoadState.Empty, await load.StateAsync(Fingerprint, CancellationToken.None));
        var folder = Directory.CreateTempSubdirectory("granary-test-").FullName;
        var outcome = await load.RunAsync(new FirstLoadPlan(folder, Fingerprint, () => messages, _ => { }), CancellationToken.None);
        Assert.Equal(messages.Count, outcome.Messages);
        Assert.False(Directory.Exists(folder));
        Assert.Equal(FirstLoadState.Filled, await load.StateAsync(Fingerprint, CancellationToken.None));
    }

    /// <summary>Made-up families, some of whom change their phone, move to another branch or leave.</summary>
    private static List<SourceMessage> Messages(Random random, int records)
    {
        var messages = new List<SourceMessage>();
        foreach (var facts in MadeUp.Records(random, records))
        {
            var system = facts.Id[0] switch { 'A' => "CBS", 'B' => "CLMS", 'C' => "EBANK", _ => "CARD" };
            var branch = random.Next(4) == 0 ? null : $"230183{random.Next(1, 4):00}01";
            messages.Add(Message(system, facts, branch, messages.Count, Operation.Upsert));
            if (random.Next(8) == 0)
            {
                messages.Add(Message(system, facts with { Phones = ["15900000001"] }, branch is null ? null : "2301830901", messages.Count, random.Next(4) == 0 ? Operation.Close : Operation.Upsert));
            }
        }

        return messages;
    }

    private static SourceMessage Message(string system, RecordFacts facts, string? branch, int number, Operation operation)
    {
        var at = Hub.Noon.AddHours(-20).AddSeconds(number);
        var attributes = new Dictionary<string, string> { [PartyAttribute.Name] = facts.Name };
        Add(PartyAttribute.Document, facts.Documents.Select(d => $"{d.Type}\u001F{d.Number}"));
        Add(PartyAttribute.Mobile, facts.Phones);
        Add(PartyAttribute.HomeAddress, facts.Addresses.Select(a => $"{a}\u001F230183"));
        Add(PartyAttribute.Birth, facts.Birth is { } birth ? [birth.ToString("yyyy-MM-dd")] : []);
        Add(PartyAttribute.Gender, facts.Gender switch { Gender.Male => ["M"], Gender.Female => ["F"], _ => [] });
        return new SourceMessage(system, $"{number}", [(byte)number], operation, PartyKind.Person, facts.Id, at, branch, attributes, at, default);

        void Add(string attribute, IEnumerable<string> values)
        {
            if (string.Join(PartyAttribute.ValueSeparator, values) is { Length: > 0 } text)
            {
                attributes[attribute] = text;
            }
        }
    }
}

/// <summary>A customer master without the numbers that it gave: parties are called by their records.</summary>
internal sealed record Master(
    List<string> Records, List<string> Golden, List<string> MatchKeys, List<string> Identities, List<string> Relationships, List<string> Tokens, List<string> Suspects, List<string> Due,
    Dictionary<string, MatchRecord> Matches)
{
    /// <summary>Whether two records of a suspect's parties have valid numbers that differ.</summary>
    public bool AreProvedDifferent(string suspect)
    {
        var parties = suspect[..suspect.IndexOf(':')].Split(" and ").Select(p => p.Split(' ').Select(r => Matches[r]).ToList()).ToList();
        return parties[0].Any(a => parties[1].Any(b => new Matcher(MatchModel.Default).Constraint(a, b) == CannotLink.Numbers));
    }

    public static Task<Master> ReadAsync(EcifDatabase database) => database.ReadAsync(async session =>
    {
        var records = await session.QueryAsync("SELECT system || '/' || key, party_id, id, is_open, branch, last_at, opened_at, attributes FROM ecif.source_record",
            r => (Name: r.GetString(0), Party: r.GetInt64(1), Id: r.GetInt64(2), Text: $"{r.GetInt16(3)} {r.GetString(4)} {r.GetInt64(5)} {r.GetInt64(6)} {r.GetString(7)}"));
        var parties = records.GroupBy(r => r.Party).ToDictionary(g => g.Key, g => string.Join(' ', g.Select(r => r.Name).Order(StringComparer.Ordinal)));
        var names = records.ToDictionary(r => r.Id, r => r.Name);
        string Name(long party) => parties.GetValueOrDefault(party, "nobody");
        async Task<List<string>> Lines(string sql, Func<System.Data.Common.DbDataReader, string> read) => [.. (await session.QueryAsync(sql, read)).Order(StringComparer.Ordinal)];
        return new Master(
            [.. records.Select(r => $"{r.Name} of {Name(r.Party)}: {r.Text}").Order(StringComparer.Ordinal)],
            await Lines("SELECT id, kind, status, golden FROM ecif.party WHERE merged_into IS NULL", r => $"{Name(r.GetInt64(0))}: {r.GetInt16(1)} {r.GetInt16(2)} {r.GetString(3)}"),
            await Lines("SELECT hash, record_id FROM ecif.match_key", r => $"{r.GetInt64(0)} {names[r.GetInt64(1)]}"),
            await Lines("SELECT identity, party_id FROM ecif.identity", r => $"{r.GetString(0)} {Name(r.GetInt64(1))}"),
            await Lines("SELECT party_id, unit, kind, source FROM ecif.relationship", r => $"{Name(r.GetInt64(0))}: {r.GetString(1)} {r.GetString(2)} {r.GetString(3)}"),
            await Lines("SELECT token, party_id FROM ecif.search_token", r => $"{r.GetString(0)} {Name(r.GetInt64(1))}"),
            await Lines("SELECT party_a, party_b, reason FROM ecif.suspect",
                r => string.Join(" and ", new[] { Name(r.GetInt64(0)), Name(r.GetInt64(1)) }.Order(StringComparer.Ordinal)) + ": " + r.GetString(2)),
            await Lines("SELECT system, key FROM ecif.delivery", r => $"{r.GetString(0)}/{r.GetString(1)}"),
            (await MasterStore.RecordsOfPartiesAsync(session, [.. parties.Keys])).ToDictionary(r => $"{r.System}/{r.Key}", MatchFacts.Of));
    }, CancellationToken.None);
}

public sealed class SqliteFirstLoad(ITestOutputHelper output) : FirstLoadCompliance(new Engine.Sqlite(), output);

public sealed class PostgresFirstLoad(ITestOutputHelper output) : FirstLoadCompliance(new Engine.Postgres(), output);
