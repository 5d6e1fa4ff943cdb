using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif;
using Granary.Ecif.Contracts;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Granary.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Templates))]

namespace Granary.Ocrm.Tests;

/// <summary>Customer master and customer management in one process, with the demo's organisation; messages go in, the list is asked over its routes.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Place _place;
    private int _number;

    private Desk(WebApplication app, Place place) => (_app, _place) = (app, place);

    /// <summary>Who asks.</summary>
    public Caller As { get; set; } = Caller(Sight.Everything);

    public HttpClient Client { get; } = new();

    public OcrmDatabase Database => _app.Services.GetRequiredService<OcrmDatabase>();

    public IServiceProvider Services => _app.Services;

    /// <summary>Where a module keeps its tables: on SQLite in a file of its own.</summary>
    public string PlaceOf(string module) => PlaceOf(module, _place);

    private static string PlaceOf(string module, Place place) =>
        Granary.Kernel.Storage.Database.IsPostgres(place.Database.ConnectionString) ? place.Database.ConnectionString : Path.Combine(place.Data.FullName, module + ".db");

    /// <param name="follow">Whether customers follow by themselves, or a test does it step by step.</param>
    /// <param name="clock">What the time is; null: the time of now.</param>
    public static async Task<Desk> StartAsync(Engine engine, bool follow = true, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var place = await engine.CopyAsync($"desk {clock.GetUtcNow():yyyy-MM-dd}", made => PrepareAsync(made, clock));
        var builder = Builder(place, clock);
        // No session stands behind who asks here: asked again, they are still signed in.
        Desk? desk = null;
        builder.Services.AddSingleton<ICallers>(new StillSignedIn(() => desk!.As));
        if (!follow)
        {
            builder.Services.Remove(builder.Services.Last(s => s.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)));
        }

        var app = builder.Build();
        desk = new Desk(app, place);
        app.Use((context, next) =>
        {
            context.Features.Set(desk.As);
            return next(context);
        });
        app.MapGroup("/api").MapAccess().MapEcif().MapOcrm();
        app.MapAnswerPages();
        await app.StartAsync();
        desk.Client.BaseAddress = new Uri(app.Urls.First());
        return desk;
    }

    private static WebApplicationBuilder Builder(Place place, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock);
        builder.Services.AddAccess(new AccessOptions { Database = PlaceOf("access", place), Data = place.Data.FullName, Demo = true, Https = false });
        builder.Services.AddEcif(new EcifOptions { Database = PlaceOf("ecif", place), SurvivorshipFile = Path.Combine(Shared.RepositoryRoot, "rules", "survivorship.yaml"), Limits = new EcifLimits { LiveAsksAgain = TimeSpan.Zero } });
        builder.Services.AddOcrm(new OcrmOptions { Database = PlaceOf("ocrm", place), Limits = new OcrmLimits { HandoverPoll = TimeSpan.FromMilliseconds(50), FollowPoll = TimeSpan.FromMilliseconds(20) } });
        return builder;
    }

    /// <summary>The tables of all modules, and the demo's people.</summary>
    private static async Task PrepareAsync(Place place, TimeProvider clock)
    {
        await using var app = Builder(place, clock).Build();
        await app.Services.MigrateAccessAsync(CancellationToken.None);
        await app.Services.EnsurePeopleAsync(CancellationToken.None);
        await using (var access = new AccessTables(PlaceOf("access", place)))
        {
            await access.GiveNewCustomersAsync("nobody"); // the demo leaves it to the rule, tests mostly to themselves
        }

        await app.Services.MigrateEcifAsync(CancellationToken.None);
        await app.Services.MigrateOcrmAsync(CancellationToken.None);
    }

    public static Caller Caller(Sight sight, FieldSight c1 = FieldSight.Clear, FieldSight c2 = FieldSight.Clear, FieldSight c3 = FieldSight.Clear) => new(
        "head", "head", "李国强", "s1", "127.0.0.1",
        new EffectiveRights(
            Permission.All.Where(p => p.Name != Permission.ChangesRead).ToDictionary(p => p.Name, p => p.Name is Permission.UsersRead or Permission.AuditRead ? Sight.Everything : sight),
            new Dictionary<DataClass, FieldSight> { [DataClass.C1] = c1, [DataClass.C2] = c2, [DataClass.C3] = c3 }, []),
        DateTimeOffset.UnixEpoch);

    /// <summary>A message of a system about one of its customers; gives the party's number.</summary>
    public async Task<string> HearAsync(string system, string key, string branch, string name, string document, string mobile = "", PartyKind kind = PartyKind.Person, bool close = false, string household = "", DateTimeOffset? at = null, (string Attribute, string Value)? also = null, string expires = "")
    {
        var attributes = new Dictionary<string, string> { [PartyAttribute.Name] = name, [PartyAttribute.Document] = $"{(kind == PartyKind.Person ? "01" : "20")}\u001F{document}\u001F{expires}" };
        void Add(string attribute, string value)
        {
            if (value.Length > 0)
            {
                attributes.Add(attribute, value);
            }
        }

        Add(PartyAttribute.Mobile, mobile);
        Add(PartyAttribute.Household, household);
        Add(also?.Attribute ?? "", also?.Value ?? "");
        var id = $"{system}{++_number:D8}";
        var verdict = await _app.Services.GetRequiredService<IIntake>().SubmitAsync(
            new SourceMessage(system, id, SHA256.HashData(Encoding.UTF8.GetBytes(id)), close ? Operation.Close : Operation.Upsert, kind, key,
                at ?? new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8)).AddSeconds(_number), branch, attributes, TimeProvider.System.GetUtcNow(), ReadOnlyMemory<byte>.Empty), CancellationToken.None);
        Assert.True(verdict.Done, verdict.Text);
        return verdict.PartyNumber!;
    }

    /// <summary>Gives a source record a party of its own: one person proposes it, another agrees.</summary>
    /// <returns>The new party's number.</returns>
    public async Task<string> SplitAsync(string number, string system = "CLMS", string key = "L1")
    {
        var (status, split) = await SendAsync(HttpMethod.Post, $"/parties/{number}/split", new { system, key, reason = "two people, one document lent to the other" });
        Assert.Equal(200, status);
        await AgreeAsync(split.GetProperty("approval").GetInt64());
        var found = (await SendAsync(HttpMethod.Get, $"/parties?q={key}")).Body;
        return found.EnumerateArray().Single(p => p.GetProperty("systems").EnumerateArray().Any(s => s.GetString() == system)).GetProperty("number").GetString()!;
    }

    /// <summary>Another person agrees to a proposal.</summary>
    public async Task AgreeAsync(long proposal)
    {
        var maker = As;
        As = Caller(Sight.Everything) with { PersonId = "demo", UserName = "demo" };
        var (status, decided) = await SendAsync(HttpMethod.Post, "/approvals/decide", new { ids = new[] { proposal }, approve = true });
        As = maker;
        Assert.Equal((200, "approved"), (status, Assert.Single(decided.EnumerateArray()).GetProperty("outcome").GetString()));
    }

    /// <summary>
    /// Waits until the table says of every customer what ECIF says; where customers do not follow by themselves, step by step. To compare
    /// positions would not do: a transaction of another test on the same server may hold the end of the log back.
    /// </summary>
    public async Task FollowedAsync(bool step = false)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            while (step && await Services.GetRequiredService<FollowParties>().StepAsync(patience.Token))
            {
            }

            var records = Services.GetRequiredService<IGoldenRecords>();
            var parties = await records.ReadAsync(await records.PageAsync(0, 1000, patience.Token), patience.Token);
            var expected = parties.SelectMany(CustomerRow.Of).ToList();
            var there = (await Database.ReadAsync(s => s.QueryAsync("SELECT number, entity, unit, name, mobile, status, systems, place FROM ocrm.customer",
                r => (Said: (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6)), Place: r.GetString(7))), patience.Token)).ToDictionary(row => row.Said, row => row.Place);
            // Where ECIF says no village, the one that it said before stays.
            if (expected.Count == there.Count && expected.TrueForAll(c => there.TryGetValue((c.Number, c.Entity, c.Unit, c.Name, c.Mobile, c.Status, c.Systems), out var place) && (c.Place.Length == 0 || c.Place == place)))
            {
                return;
            }

            await Task.Delay(10, patience.Token);
        }
    }

    public async Task<string> FollowedAsync(Task<string> hearing)
    {
        var number = await hearing;
        await FollowedAsync();
        return number;
    }

    /// <summary>Makes somebody the manager of a customer in all its legal entities, past all rules.</summary>
    public Task OwnAsync(string number, string manager) => Database.WriteAsync(session => session.ExecuteAsync(
        "UPDATE ocrm.owner SET manager = @manager WHERE party_id IN (SELECT c.party_id FROM ocrm.customer c WHERE c.number = @number)", ("manager", manager), ("number", number)), CancellationToken.None);

    /// <summary>Writes, and commits once another transaction waits for what was written. Where there is one writer, all others wait anyway.</summary>
    public async Task HoldAsync(string sql, Func<Task> others)
    {
        var waiting = Task.CompletedTask;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(sql);
            waiting = others();
            while (Granary.Kernel.Storage.Database.IsPostgres(PlaceOf("ocrm"))
                && (await session.QueryAsync("SELECT 1 FROM pg_locks l WHERE NOT l.granted AND pg_backend_pid() = ANY(pg_blocking_pids(l.pid))", r => r.GetInt32(0))).Count == 0)
            {
                await Task.Delay(10, patience.Token);
            }

            return 0;
        }, patience.Token);
        await waiting;
    }

    /// <summary>The whole table, for comparing.</summary>
    public Task<List<string>> TableAsync() => Database.ReadAsync(s => s.QueryAsync(
        "SELECT c.number || '|' || c.main || '|' || c.kind || '|' || c.status || '|' || c.name || '|' || c.entity || '|' || c.unit || '|' || o.manager || '|' || c.place || '|' || c.systems FROM ocrm.customer c JOIN ocrm.owner o ON o.party_id = c.party_id AND o.entity = c.entity ORDER BY 1",
        r => r.GetString(0)), CancellationToken.None);

    public Task<List<string>> TokensAsync() => Database.ReadAsync(s => s.QueryAsync("SELECT token || ' ' || party_id FROM ocrm.search_token ORDER BY 1", r => r.GetString(0)), CancellationToken.None);

    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/api" + path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>The names of the rows that a filter finds, in the order of names.</summary>
    public async Task<List<string?>> NamesAsync(object? filter = null)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, "/lists/customers/rows", new { filter, sort = new[] { new { column = "name" } }, columns = new[] { "name" } });
        Assert.Equal(200, status);
        return [.. body.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("cells").GetProperty("name").GetString())];
    }

    public async Task<List<string?>> SearchAsync(string q)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, $"/search?q={Uri.EscapeDataString(q)}");
        Assert.Equal(200, status);
        return [.. body.GetProperty("customers").EnumerateArray().Select(c => c.GetProperty("name").GetString()).Order(StringComparer.Ordinal)];
    }

    private sealed class StillSignedIn(Func<Caller> asking) : ICallers
    {
        public Task<Caller?> OfPersonAsync(string person, CancellationToken cancellation) => Task.FromResult(asking() is { } caller && caller.PersonId == person ? caller : null);

        public Task<Caller?> AgainAsync(Caller caller, CancellationToken cancellation) => Task.FromResult<Caller?>(caller);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _place.DisposeAsync();
    }
}
