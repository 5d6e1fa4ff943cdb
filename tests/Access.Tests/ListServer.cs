using System.Net.Http.Json;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Granary.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Granary.Access.Tests;

/// <summary>The routes of the tests' list on a real server; who asks is said by <see cref="As"/>.</summary>
internal sealed class ListServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryDatabase _temporary;
    private readonly DirectoryInfo _data;

    private ListServer(WebApplication app, TemporaryDatabase temporary, DirectoryInfo data) => (_app, _temporary, _data) = (app, temporary, data);

    public HttpClient Client { get; private set; } = new();

    public Caller As { get; set; } = Things.Caller(Sight.Everything);

    public Trust Trust { get; } = new();

    public IExports Exports => _app.Services.GetRequiredService<IExports>();

    public string Files => Path.Combine(_data.FullName, "exports");

    public static async Task<ListServer> StartAsync(Engine engine, IReadOnlyList<Thing> things, ListLimits? limits = null)
    {
        var temporary = await engine.CreateAsync();
        var database = await Things.CreateAsync(temporary.ConnectionString, things);
        var data = Directory.CreateTempSubdirectory("granary-lists-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        ListServer? server = null;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(limits ?? new ListLimits());
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(new ListSource(Things.List, database));
        builder.Services.AddSingleton<IAudit>(_ => server!.Trust);
        builder.Services.AddSingleton<IExportApprovals>(_ => server!.Trust);
        builder.Services.AddLists(data.FullName);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Features.Set(server!.As);
            return next(context);
        });
        server = new ListServer(app, temporary, data);
        app.MapGroup("/api").MapLists();
        await app.StartAsync();
        server.Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return server;
    }

    /// <summary>Asks, and gives status, code and body.</summary>
    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/api" + path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public static object Export(string format = "csv", object? filter = null, string reason = "季度走访") =>
        new { filter, sort = new[] { new { column = "id" } }, columns = new[] { "name", "document", "at" }, format, reason };

    /// <summary>Starts an export and waits for its end.</summary>
    public async Task<JsonElement> ExportAsync(object body)
    {
        var (status, started) = await SendAsync(HttpMethod.Post, "/lists/things/export", body);
        Assert.Equal(202, status);
        return await EndOfAsync(started.GetProperty("job").GetString()!);
    }

    public async Task<JsonElement> EndOfAsync(string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var (_, job) = await SendAsync(HttpMethod.Get, $"/jobs/{id}");
            if (job.GetProperty("state").GetString() is not ("waiting" or "running"))
            {
                return job;
            }

            await Task.Delay(10, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _temporary.DisposeAsync();
        _data.Delete(recursive: true);
    }
}

/// <summary>An audit trail and a place for approvals that only remember.</summary>
internal sealed class Trust : IAudit, IExportApprovals
{
    public List<AuditEntry> Audited { get; } = [];

    public List<ExportProposal> Proposed { get; } = [];

    public int RowsAlone { get; set; } = 1000;

    public Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        Audited.AddRange(entries);
        return Task.CompletedTask;
    }

    public Task<int> RowsAloneAsync(Caller caller, CancellationToken cancellation) => Task.FromResult(RowsAlone);

    public Task<long> ProposeAsync(Caller maker, ExportProposal proposal, CancellationToken cancellation)
    {
        Proposed.Add(proposal);
        return Task.FromResult(42L);
    }
}
