using Granary.Ecif.Contracts;
using Granary.Ecif.Resolution;
using Granary.Kernel.Storage;
using Granary.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ecif.Tests;

/// <summary>Models for tests, the default one with other thresholds, and a base that they see differently.</summary>
internal static class Models
{
    private const string Given = "玥澜皓宸婧婕煜炫铭钧霖沛淇淏";

    /// <summary>No score is enough to link unasked.</summary>
    public static MatchModel Strict { get; } = With("0.999999999999", "0.1");

    /// <summary>What a steward is shown otherwise is linked unasked.</summary>
    public static MatchModel Lax { get; } = With("0.15", "0.1");

    /// <summary>
    /// So many customers, each at three systems: with a document, without one and the same in all else, and with a shortened name and another village.
    /// No two differ in just one character of the name, and no such person lives.
    /// </summary>
    public static async Task SayAsync(Hub hub, int customers, int first = 0)
    {
        for (var i = first; i < first + customers; i++)
        {
            var name = $"{"赵钱孙李周吴郑冯"[i % 8]}{Given[i % 14]}{Given[(i / 14) + ((i + 5) % 7)]}";
            var (birth, phone) = ($"{1950 + (i % 50)}-0{(i % 9) + 1}-{(i % 27) + 1:D2}", $"1390451{(i * 37) + 1000:D4}");
            var body = $"230183{birth.Replace("-", "", StringComparison.Ordinal)}{i:D3}";
            await hub.SayAsync("CBS", $"C{i}", attributes: [Hub.Person(name), Hub.Id(body + Chinese.ResidentIdNumber.CheckCharacter(body)), Hub.Birth(birth), Hub.Mobile(phone), House(i)]);
            await hub.SayAsync("EBANK", $"E{i}", attributes: [Hub.Person(name), Hub.Birth(birth), Hub.Mobile(phone), House(i)]);
            await hub.SayAsync("CLMS", $"L{i}", attributes: [Hub.Person(name[..2]), Hub.Mobile(phone)]);
        }
    }

    public static Task<long> AddAsync(Hub hub, string name, MatchModel model) =>
        hub.Database.WriteAsync(async session => (await MatchModels.AddAsync(session, name, model, "tester", 0))!.Value, CancellationToken.None);

    /// <summary>The version decides from the next batch on; nothing is decided anew.</summary>
    public static async Task<long> UseAsync(Hub hub, string name, MatchModel model)
    {
        var version = await AddAsync(hub, name, model);
        await hub.Database.WriteAsync(session => MatchModels.UseAsync(session, version, "tester", 0), CancellationToken.None);
        return version;
    }

    public static async Task<MatchRun> StartAsync(Hub hub, string kind, long model, long against)
    {
        var id = await hub.Database.WriteAsync(session => MatchRuns.StartAsync(session, kind, model, against, "", "tester", 0), CancellationToken.None);
        return await RunAsync(hub, id);
    }

    public static async Task<MatchRun> RunAsync(Hub hub, long id) => (await hub.Database.ReadAsync(session => MatchRuns.FindAsync(session, id), CancellationToken.None))!;

    /// <summary>Which records are together, and which parties stewards are shown beside each other, told by their records.</summary>
    public static Task<List<string>> PartitionAsync(Hub hub) => hub.Database.ReadAsync(async session =>
    {
        var records = await session.QueryAsync("SELECT party_id, system, key FROM ecif.source_record", r => (Party: r.GetInt64(0), Name: $"{r.GetString(1)}/{r.GetString(2)}"));
        var parties = records.GroupBy(r => r.Party).ToDictionary(g => g.Key, g => string.Join(' ', g.Select(r => r.Name).Order(StringComparer.Ordinal)));
        var suspects = await session.QueryAsync("SELECT party_a, party_b FROM ecif.suspect", r => (A: r.GetInt64(0), B: r.GetInt64(1)));
        return parties.Values.Concat(suspects.Select(s => string.Join(" ? ", new[] { parties[s.A], parties[s.B] }.Order(StringComparer.Ordinal)))).Order(StringComparer.Ordinal).ToList();
    }, CancellationToken.None);

    private static (string, string) House(int i) => Hub.Address($"黑龙江省哈尔滨市尚志市亚布力镇东升村{(i % 7) + 1}组{i + 1}号");

    private static MatchModel With(string automatic, string review) => MatchModel.Parse(MatchModel.Default.Write()
        .Replace("\"automatic\": 0.999,", $"\"automatic\": {automatic},", StringComparison.Ordinal).Replace("\"review\": 0.1,", $"\"review\": {review},", StringComparison.Ordinal));
}
