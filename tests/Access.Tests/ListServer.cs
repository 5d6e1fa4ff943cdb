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

    public AccessDatabase Database => _app.Services.GetRequiredService<AccessDatabase>();

    public string Files => Path.Combine(_data.FullName, "exports");

    public static async Task<ListServer> StartAsync(Engine engine, IReadOnlyList<Thing> things, ListLimits? limits = null)
    {
        var temporary = await engine.CreateAsync();
        var data = Directory.CreateTempSubdirectory("granary-lists-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        ListServer? server = null;
        builder.Services.AddSingleton(limits ?? new ListLimits { AgreedPoll = TimeSpan.FromMilliseconds(20) });
        builder.Services.AddSingleton(services => new ListSource(Things.List, services.GetRequiredService<AccessDatabase>()));
        builder.Services.AddAccess(new AccessOptions { Database = temporary.ConnectionString, Data = data.FullName, Https = false });
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Features.Set(server!.As);
            return next(context);
        });
        server = new ListServer(app, temporary, data);
        app.MapGroup("/api").MapAccess();
        await app.Services.MigrateAccessAsync(CancellationToken.None);
        await app.Services.EnsurePeopleAsync(CancellationToken.None);
        await Things.FillAsync(server.Database, things);
        await app.StartAsync();
        server.Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return server;
    }

    /// <summary>The export's entries in the audit trail.</summary>
    public Task<List<AuditEntry>> AuditedAsync() => Database.ReadAsync(session => session.QueryAsync(
        $"SELECT {AuditTrail.Columns} FROM access.audit WHERE act = @act ORDER BY id", r => AuditTrail.Read(r).Entry, ("act", Permission.CustomersExport)), CancellationToken.None);

    /// <summary>From how many rows on an export needs somebody's agreement.</summary>
    public Task LimitAsync(int rows) => Database.WriteAsync(session => session.ExecuteAsync(
        "INSERT INTO access.parameter (unit, name, value) VALUES ('00', 'export-rows-alone', @rows)", ("rows", $"{rows}")), CancellationToken.None);

    /// <summary>Somebody with a role, for the whole province unless a unit is named.</summary>
    public Task HireAsync(string id, string userName, string role, string unit = "00") => Database.WriteAsync(async session =>
    {
        await session.ExecuteAsync(
            """
            INSERT INTO access.person (id, user_name, normal_name, name, mobile, email, state, language, theme, notifications, created_at, password_once, security_stamp, totp, wrong_tries)
            VALUES (@id, @user, @normal, @user, '', '', 'active', '', '', '{"muted":[],"digest":"none"}', 0, 0, '', 0, 0)
            """, ("id", id), ("user", userName), ("normal", userName.ToUpperInvariant()));
        await session.ExecuteAsync("INSERT INTO access.post (person, role, unit, from_day, to_day) VALUES (@id, @role, @unit, '2000-01-01', '')", ("id", id), ("role", role), ("unit", unit));
        await AccessState.RaiseAsync(session);
    }, CancellationToken.None);

    public Task DismissAsync(string id) => Database.WriteAsync(async session =>
    {
        await session.ExecuteAsync("DELETE FROM access.post WHERE person = @id", ("id", id));
        await AccessState.RaiseAsync(session);
    }, CancellationToken.None);

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
