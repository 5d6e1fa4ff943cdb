using System.Net;
using System.Text.Json.Nodes;
using Granary.Host.Children;
using Granary.Wire;
using Npgsql;

namespace Granary.Host.Tests;

/// <summary>One hub in a process of its own, and the doors of the bank that it calls.</summary>
internal sealed class Node(HubProcess hub, BankDoors doors, IReadOnlyDictionary<string, IPEndPoint> listens) : IAsyncDisposable
{
    public HubProcess Hub => hub;

    public BankDoors Doors => doors;

    public async Task<List<BankLine>> OpenLinesAsync(IEnumerable<Interface> formats, CancellationToken cancellation)
    {
        List<BankLine> lines = [];
        foreach (var format in formats)
        {
            lines.Add(await BankLine.OpenAsync(format, listens[format.System], cancellation));
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        await doors.DisposeAsync();
    }
}

/// <summary>Who serves a subscriber: a process, and the how manyth holder that is.</summary>
internal sealed record Holder(int Process, long Token);

/// <summary>Two real hubs, started at the same moment on one fresh PostgreSQL database, with five connections of the bank to each.</summary>
internal sealed class TwoProcesses : IAsyncDisposable
{
    private const int LinesOfNode = 5;

    private readonly TemporaryDatabase _database;
    private readonly DirectoryInfo _folder;
    private readonly IReadOnlyList<Interface> _formats;

    private TwoProcesses(TemporaryDatabase database, DirectoryInfo folder, IReadOnlyList<Interface> formats)
    {
        (_database, _folder, _formats) = (database, folder, formats);
        Online = [.. formats.Where(f => f.Connection.Kind != ConnectionKind.Files)];
    }

    public IReadOnlyList<Interface> Online { get; }

    public IReadOnlyList<Node> Nodes { get; private set; } = [];

    /// <summary>The connections to each node; those at one index are of one system.</summary>
    public IReadOnlyList<IReadOnlyList<BankLine>> Lines { get; private set; } = [];

    /// <param name="secondDiesAt">A point at which the second hub kills itself, or null.</param>
    public static async Task<TwoProcesses> StartAsync(string? secondDiesAt, CancellationToken cancellation)
    {
        var database = await new Engine.Postgres().CreateAsync();
        var folder = Directory.CreateTempSubdirectory("granary-two-");
        var both = new TwoProcesses(database, folder, Interface.LoadAll(Repository.Interfaces));
        try
        {
            both.Nodes = await both.StartNodesAsync(secondDiesAt, cancellation);
            both.Lines = await Task.WhenAll(both.Nodes.Select(node => both.OpenLinesAsync(node, cancellation)));
            return both;
        }
        catch
        {
            await both.DisposeAsync();
            throw;
        }
    }

    public async Task<long> CountAsync(string sql) => (await QueryAsync(sql, row => row.GetInt64(0)))[0];

    public async Task<IReadOnlyDictionary<string, Holder>> HoldersAsync() =>
        (await QueryAsync(
            "SELECT name, holder, token FROM ecif.lease",
            row => (Name: row.GetString(0), Holder: new Holder(int.Parse(row.GetString(1).Split('/')[^2]), row.GetInt64(2)))))
        .Where(lease => Online.Any(f => lease.Name == $"subscriber/{f.System}"))
        .ToDictionary(lease => lease.Name["subscriber/".Length..], lease => lease.Holder);

    public async ValueTask DisposeAsync()
    {
        foreach (var line in Lines.SelectMany(lines => lines))
        {
            await line.DisposeAsync();
        }

        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public async Task<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>At the same moment: they race to make the tables.</summary>
    private async Task<Node[]> StartNodesAsync(string? secondDiesAt, CancellationToken cancellation)
    {
        Task<Node>[] starting = [StartNodeAsync("first", null, cancellation), StartNodeAsync("second", secondDiesAt, cancellation)];
        try
        {
            return await Task.WhenAll(starting);
        }
        catch
        {
            foreach (var started in starting.Where(node => node.IsCompletedSuccessfully))
            {
                await (await started).DisposeAsync();
            }

            throw;
        }
    }

    private async Task<Node> StartNodeAsync(string name, string? diesAt, CancellationToken cancellation)
    {
        var folder = Path.Combine(_folder.FullName, name);
        var endpoints = Topology.OnFreePorts(folder, _formats);
        var addresses = JsonNode.Parse(await File.ReadAllTextAsync(endpoints, cancellation))!.AsObject();
        var doors = new BankDoors(Online);
        foreach (var format in Online)
        {
            addresses[format.System]!["system"] = doors.AddressOf(format.System);
        }

        await File.WriteAllTextAsync(endpoints, addresses.ToJsonString(), cancellation);
        try
        {
            var hub = await HubProcess.StartAsync(
                new HubPlan(_database.ConnectionString, Path.Combine(folder, "hub"), Repository.Interfaces, endpoints, Clock: null, diesAt), cancellation);
            return new Node(hub, doors, Online.ToDictionary(format => format.System, format => IPEndPoint.Parse(addresses[format.System]!["hub"]!.GetValue<string>())));
        }
        catch
        {
            await doors.DisposeAsync();
            throw;
        }
    }

    /// <summary>One connection of each system that keeps its connections, and second ones of those that may have several.</summary>
    private async Task<IReadOnlyList<BankLine>> OpenLinesAsync(Node node, CancellationToken cancellation)
    {
        var kept = Online.Where(f => f.Connection.Kind == ConnectionKind.Long).ToList();
        var lines = kept.Concat(kept.Where(f => f.Connection.MaxConnectionsIn > 1)).Take(LinesOfNode).ToList();
        Assert.Equal(LinesOfNode, lines.Count);
        return await node.OpenLinesAsync(lines, cancellation);
    }
}
