using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Granary.Host.Children;
using Granary.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Granary.Host.Tests;

/// <summary>A whole hub in this process, on free ports, over real HTTPS.</summary>
internal sealed class TestHub : IAsyncDisposable
{
    private readonly WebApplication _app;

    /// <summary>The demo's people, one of each role.</summary>
    public static TheoryData<string> People { get; } = ["manager", "head", "marketing", "steward", "auditor", "operator", "admin"];

    private TestHub(WebApplication app, HubOptions options)
    {
        _app = app;
        Options = options;
    }

    public HubOptions Options { get; }

    public Uri Url => Options.Urls[0];

    public string Password => File.ReadAllText(Path.Combine(Options.Data, "demo-password")).Trim();

    public IServiceProvider Services => _app.Services;

    public static async Task<TestHub> StartAsync(bool demo = true, string? database = null, string? web = null, string? data = null)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("granary-host-").FullName;
        var formats = Interface.LoadAll(Repository.Interfaces);
        var ports = FreePorts.Take(2);
        Uri[] urls = demo ? [new($"https://localhost:{ports[0]}"), new($"http://localhost:{ports[1]}")] : [new($"http://127.0.0.1:{ports[0]}")];
        var options = new HubOptions
        {
            Data = folder,
            Database = database ?? $"Data Source={Path.Combine(folder, "granary.db")}",
            Interfaces = Repository.Interfaces,
            Endpoints = Topology.OnFreePorts(folder, formats),
            Web = web ?? Path.Combine(folder, "no-web"),
            Urls = urls,
            Demo = demo,
            Level = LogLevel.Critical,
        };
        var app = Hub.Build(options);
        await app.StartHubAsync(TestContext.Current.CancellationToken);
        return new TestHub(app, options);
    }

    /// <summary>A browser with its own cookies that trusts this hub's certificate and no other.</summary>
    public Browser Browse() => new(Url, X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(Options.Data, "localhost.crt"))));

    /// <summary>Such a browser in which one of the demo's people has signed in.</summary>
    public async Task<Browser> SignedInAsync(string user)
    {
        var browser = Browse();
        using var answer = await browser.SignInAsync(user, Password);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return browser;
    }

    /// <summary>Every route that this hub answers, with each of its methods.</summary>
    public IEnumerable<(RouteEndpoint Endpoint, string Method)> Routes() =>
        from endpoint in Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (endpoint, method);

    public HttpClient Plain(Uri? url = null) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = url ?? Url };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>What the page does: cookies, and the antiforgery token in a header.</summary>
internal sealed class Browser : IDisposable
{
    private readonly CookieContainer _cookies = new();

    /// <param name="trusted">Null: none is asked for, over HTTP.</param>
    public Browser(Uri url, X509Certificate2? trusted = null)
    {
        var handler = new HttpClientHandler
        {
            CookieContainer = _cookies,
            AllowAutoRedirect = false,
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown is not null && trusted is not null && shown.RawData.AsSpan().SequenceEqual(trusted.RawData),
        };
        Http = new HttpClient(handler) { BaseAddress = url };
    }

    public HttpClient Http { get; }

    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    public string? Token => _cookies.GetAllCookies()["XSRF-TOKEN"]?.Value;

    /// <summary>Where one browser asks for more than the hub lets one ask for in a second: what was not answered is no answer.</summary>
    public static async Task<HttpResponseMessage> PatientlyAsync(Func<Task<HttpResponseMessage>> ask)
    {
        while (true)
        {
            var response = await ask();
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if ((token ?? Token) is { } sent)
        {
            request.Headers.Add("X-XSRF-TOKEN", sent);
        }

        return await Http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> SignInAsync(string user, string password)
    {
        (await Http.GetAsync("/api/session")).Dispose();
        return await SendAsync(HttpMethod.Post, "/api/session", new { userName = user, password });
    }

    /// <summary>What a customer agreed to, as somebody at the counter writes it down.</summary>
    public async Task ConsentAsync(string number, string purpose, string channel)
    {
        var entity = (await Http.GetFromJsonAsync<JsonObject>($"/api/customers/{number}/consents"))!["entities"]![0]!;
        var wording = entity["wordings"]!.AsArray().First(w => w!["purpose"]!.GetValue<string>() == purpose)!["id"]!.GetValue<string>();
        using var given = await SendAsync(HttpMethod.Post, $"/api/customers/{number}/consents", new { entity = entity["entity"]!.GetValue<string>(), purpose, channels = new[] { channel }, wording, evidenceKind = "paper", evidence = "1" });
        given.EnsureSuccessStatusCode();
    }

    /// <summary>A segment of just these customers, which all may use.</summary>
    public async Task AddSegmentAsync(string name, params IEnumerable<string> numbers)
    {
        using var made = await SendAsync(HttpMethod.Post, "/api/segments", new { name, kind = "dynamic", shared = true, filter = new { or = numbers.Select(n => new { column = "number", op = "eq", value = n }) } });
        made.EnsureSuccessStatusCode();
    }

    public void Dispose() => Http.Dispose();
}
