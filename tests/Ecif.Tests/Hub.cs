using System.Security.Cryptography;
using System.Text;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.Intake;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Granary.Ecif.Tests;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class StandingClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}

/// <summary>A customer master without a gateway: messages go in as contracts, deliveries come out at scripted systems.</summary>
internal sealed class Hub : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly IHost _host;
    private int _number;

    private Hub(IHost host, TimeProvider clock, IReadOnlyDictionary<string, ScriptedSystem> systems)
    {
        _host = host;
        Clock = clock;
        Systems = systems;
    }

    public TimeProvider Clock { get; }

    public IReadOnlyDictionary<string, ScriptedSystem> Systems { get; }

    /// <summary>An organisation without units, where each parameter is what a test says.</summary>
    private static readonly PlainOrganisation Organisation = new("masked");

    public EcifDatabase Database => _host.Services.GetRequiredService<EcifDatabase>();

    public IServiceProvider Services => _host.Services;

    public IIntake Intake => _host.Services.GetRequiredService<IIntake>();

    public static async Task<Hub> StartAsync(string database, TimeProvider? clock = null, string[]? systems = null, bool distribute = true, EcifLimits? limits = null)
    {
        var scripted = (systems ?? ["CBS", "CLMS", "EBANK"]).ToDictionary(s => s, s => new ScriptedSystem(s));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        clock ??= TimeProvider.System;
        builder.Services.AddSingleton(clock);
        builder.Services.AddLogging();
        foreach (var system in scripted.Values)
        {
            builder.Services.AddSingleton<ISubscription>(system);
            if (distribute)
            {
                builder.Services.AddSingleton<ISystemLink>(system);
            }
        }

        builder.Services.AddSingleton<IOrganisation>(Organisation);
        builder.Services.AddSingleton<SecondPerson>();
        builder.Services.AddSingleton<IProposals>(s => s.GetRequiredService<SecondPerson>());
        builder.Services.AddEcif(new EcifOptions
        {
            Database = database,
            SurvivorshipFile = Path.Combine(Shared.RepositoryRoot, "rules", "survivorship.yaml"),
            Limits = limits ?? new EcifLimits { DeliveryBackOff = TimeSpan.FromMilliseconds(20), DistributionPoll = TimeSpan.FromMilliseconds(20) },
        });
        var host = builder.Build();
        await host.Services.MigrateEcifAsync(CancellationToken.None);
        await host.StartAsync();
        return new Hub(host, clock, scripted);
    }

    /// <summary>Says something as a system would: one message with a number of its own.</summary>
    public async Task<Verdict> SayAsync(string system, string key, DateTimeOffset? at = null, string? id = null, Operation operation = Operation.Upsert,
        PartyKind kind = PartyKind.Person, string? branch = null, params (string Attribute, string Value)[] attributes)
    {
        id ??= $"{system}-{Interlocked.Increment(ref _number)}";
        return await Intake.SubmitAsync(Message(system, key, id, at ?? Clock.GetUtcNow(), operation, kind, branch, attributes), CancellationToken.None);
    }

    public SourceMessage Message(string system, string key, string id, DateTimeOffset at, Operation operation = Operation.Upsert,
        PartyKind kind = PartyKind.Person, string? branch = null, params (string Attribute, string Value)[] attributes)
    {
        var map = attributes.ToDictionary(a => a.Attribute, a => a.Value, StringComparer.Ordinal);
        var body = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}|{operation}|{at:O}|{string.Join('|', map)}"));
        return new SourceMessage(system, id, body, operation, kind, key, at, branch, map, Clock.GetUtcNow(), default);
    }

    public static (string, string) Person(string name) => (PartyAttribute.Name, name);

    public static (string, string) Id(string number, string type = "01") => (PartyAttribute.Document, $"{type}\u001F{number}\u001F");

    public static (string, string) Mobile(string number) => (PartyAttribute.Mobile, number);

    public static (string, string) Address(string text, string region = "") => (PartyAttribute.HomeAddress, $"{text}\u001F{region}");

    public static (string, string) Birth(string date) => (PartyAttribute.Birth, date);

    /// <summary>Waits until every open (system, key) is in agreement or has a dead letter.</summary>
    public async Task QuietAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await ScalarAsync("SELECT count(*) FROM ecif.delivery WHERE state IN (0, 1)") > 0)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Somebody with one sight for everything and one way of being shown values.</summary>
    public static Caller Caller(Sight? sight = null, FieldSight fields = FieldSight.Clear) => new("P1", "tester", "测试", "S1", "127.0.0.1",
        new EffectiveRights(Permission.All.ToDictionary(p => p.Name, _ => sight ?? Sight.Everything), Enum.GetValues<DataClass>().ToDictionary(c => c, _ => fields), []), DateTimeOffset.UnixEpoch);

    public Task<long> ScalarAsync(string sql) => Database.ReadAsync(async s => (await s.QueryAsync(sql, r => r.GetInt64(0)))[0], CancellationToken.None);

    public Task<List<string>> TextsAsync(string sql) => Database.ReadAsync(s => s.QueryAsync(sql, r => r.GetString(0)), CancellationToken.None);

    /// <summary>The party of a source record, whole.</summary>
    public async Task<GoldenRecords.Party> PartyAsync(string system, string key) => await Database.ReadAsync(async session =>
    {
        var records = await MasterStore.RecordsAsync(session, [(system, key)]);
        return (await MasterStore.ReadPartiesAsync(session, [records[0].PartyId]))[0];
    }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}

/// <summary>A bank system that takes everything into a dictionary, or does what a test scripts.</summary>
internal sealed class ScriptedSystem(string system) : ISubscription, ISystemLink
{
    private readonly Lock _lock = new();

    public string System => system;

    public IReadOnlySet<string> Attributes { get; } = new HashSet<string>
    {
        PartyAttribute.Name, PartyAttribute.Document, PartyAttribute.Mobile, PartyAttribute.HomeAddress, PartyAttribute.Birth,
    };

    public string Version => "1";

    public bool Connected { get; set; } = true;

    public int Window { get; set; } = 8;

    /// <summary>Every state that arrived, in order.</summary>
    public List<Delivery> Received { get; } = [];

    public Dictionary<string, Dictionary<string, string>> Holds { get; } = [];

    public Func<Delivery, Task<DeliveryReply>>? Script { get; set; }

    public Projection Fit(PartyKind kind, string key, IReadOnlyDictionary<string, string> attributes) => new(attributes, [], null);

    public async Task<DeliveryReply> SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (!Connected)
        {
            return new DeliveryReply(DeliveryOutcome.NotSent, "", "not connected");
        }

        lock (_lock)
        {
            Received.Add(delivery);
        }

        if (Script is not null)
        {
            return await Script(delivery);
        }

        return Take(delivery);
    }

    public DeliveryReply Take(Delivery delivery)
    {
        lock (_lock)
        {
            if (!Holds.TryGetValue(delivery.Key, out var held))
            {
                Holds.Add(delivery.Key, held = []);
            }

            foreach (var (name, value) in delivery.Attributes)
            {
                held[name] = value;
            }
        }

        return new DeliveryReply(DeliveryOutcome.Done, "0000", "");
    }

    public IReadOnlyList<Delivery> To(string key)
    {
        lock (_lock)
        {
            return [.. Received.Where(d => d.Key == key)];
        }
    }
}

/// <summary>Agrees to what was proposed, when a test says so.</summary>
internal sealed class SecondPerson(IServiceProvider services) : IProposals
{
    private readonly List<Proposed> _waiting = [];

    public Task<ProposalMade> ProposeAsync(Proposed proposed, Caller maker, CancellationToken cancellation)
    {
        _waiting.Add(proposed);
        return Task.FromResult(new ProposalMade(_waiting.Count, Applied: false));
    }

    /// <returns>Null, or why it cannot be carried out any more.</returns>
    public Task<string?> AgreeAsync(long proposal) =>
        services.GetServices<IProposalKind>().Single(k => k.Name == _waiting[(int)proposal - 1].Kind).ApplyAsync(null!, _waiting[(int)proposal - 1], CancellationToken.None);

    public Proposed this[long proposal] => _waiting[(int)proposal - 1];
}

internal sealed class PlainOrganisation(string parameter) : IOrganisation
{
    public Task<IReadOnlyDictionary<string, string>> UnitNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    public Task<IReadOnlyDictionary<string, string>> PlaceNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    public Task<IReadOnlyDictionary<string, string>> PeopleNamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    public Task<string> ParameterAsync(string name, string unit, CancellationToken cancellation) => Task.FromResult(parameter);

    public Task<IReadOnlySet<string>?> EntitiesOfAsync(string person, CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>?>(null);

    public Task<ILookup<(string Outlet, string Place), string>> TakersAsync(IReadOnlyCollection<(string Outlet, string Place)> at, CancellationToken cancellation) =>
        Task.FromResult(Array.Empty<string>().ToLookup(_ => ("", "")));
}
