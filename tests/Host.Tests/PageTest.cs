using System.Security.Cryptography;
using System.Text;
using Granary.Ecif.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>One hub with one customer, and one Chromium, for half of the tests of pages.</summary>
public sealed class PageHub : IAsyncLifetime
{
    public const string Name = "pages";

    /// <summary>A second hub, beside the first: tests of pages mostly wait for a browser, and one line of them is the longest of all.</summary>
    public const string Second = "pages of customers and work";

    public const string Mobile = "13845678901";

    internal TestHub Hub { get; private set; } = null!;

    internal Chromium Chromium { get; private set; } = null!;

    /// <summary>The number of the customer 欧阳晓明.</summary>
    public string Customer { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Lacking is not null)
        {
            return; // each test says so
        }

        Hub = await TestHub.StartAsync(web: Repository.Web);
        Chromium = await Chromium.LaunchAsync();
        Customer = await SayAsync("K1", new()
        {
            [PartyAttribute.Name] = "欧阳晓明", [PartyAttribute.Document] = "01\u001F230521198603094812\u001F2036-01-01", [PartyAttribute.Mobile] = Mobile,
            [PartyAttribute.HomeAddress] = "黑龙江省集贤县兴安街九号\u001F230521",
        });
    }

    /// <summary>A system of the bank says something of its customer; gives the party's number.</summary>
    public async Task<string> SayAsync(string key, Dictionary<string, string> attributes) => (await Hub.Services.GetRequiredService<IIntake>().SubmitAsync(new SourceMessage(
        "CBS", $"M{key}", SHA256.HashData(Encoding.UTF8.GetBytes(key)), Operation.Upsert, PartyKind.Person, key, TimeProvider.System.GetUtcNow(), "2305210102", attributes,
        TimeProvider.System.GetUtcNow(), default), CancellationToken.None)).PartyNumber!;

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null)
        {
            await Chromium.DisposeAsync();
        }

        if (Hub is not null)
        {
            await Hub.DisposeAsync();
        }
    }
}

[CollectionDefinition(PageHub.Name)]
public sealed class SharedPages : ICollectionFixture<PageHub>;

[CollectionDefinition(PageHub.Second)]
public sealed class SecondSharedPages : ICollectionFixture<PageHub>;

/// <summary>A test of pages: a fresh page in English, and what it complained of.</summary>
[Collection(PageHub.Name)]
public abstract class PageTest(PageHub pages) : IAsyncLifetime
{
    private readonly List<IPage> _opened = [];

    private protected TestHub Hub => pages.Hub;

    private protected string Customer => pages.Customer;

    private protected IPage Page { get; private set; } = null!;

    private protected List<string> Complaints { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Chromium.Lacking is not null, Chromium.Lacking ?? "");
        Page = await OpenAsync("en");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var page in _opened)
        {
            await page.Context.CloseAsync();
        }
    }

    private protected async Task<IPage> OpenAsync(string language)
    {
        _opened.Add(await pages.Chromium.OpenAsync(language, Complaints));
        return _opened[^1];
    }

    private protected async Task<IPage> OpenAsync(Way way)
    {
        var page = await OpenAsync(way.Language());
        await page.SetViewportSizeAsync(way.Size().Width, way.Size().Height);
        return page;
    }

    private protected async Task<IPage> OpenWithoutScriptAsync(Way way)
    {
        _opened.Add(await pages.Chromium.OpenAsync(way.Language(), Complaints, script: false));
        await _opened[^1].SetViewportSizeAsync(way.Size().Width, way.Size().Height);
        return _opened[^1];
    }

    /// <summary>At the end of a story: nothing complained, and no page has to be pushed sideways to be read.</summary>
    private protected async Task IsWellAsync(params IPage[] walked)
    {
        foreach (var page in walked)
        {
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url} is wider than its screen");
        }

        Assert.True(Complaints.Count == 0, string.Join("\n", Complaints));
    }

    private protected Task<string> SayAsync(string key, Dictionary<string, string> attributes) => pages.SayAsync(key, attributes);

    private protected Task GoAsync(IPage page, string path) => PageActs.GoAsync(page, Hub, path);

    private protected Task SignInAsync(IPage page, string user, string path = "/customers") => PageActs.SignInAsync(page, Hub, user, path);

    /// <summary>Fills the sign-in page and sends it.</summary>
    private protected Task GiveAsync(IPage page, string user) => PageActs.GiveAsync(page, user, Hub.Password);
}
