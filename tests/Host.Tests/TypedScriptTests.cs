using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>Scripts that people type into the fields of the application: shown as they were typed, on every page, and never run.</summary>
public sealed class TypedScriptTests(PageHub pages) : PageTest(pages)
{
    /// <summary>Each would open a dialog or leave a picture behind if it ran; short enough for the shortest fields.</summary>
    private static readonly string[] Payloads = ["<img src=x onerror=alert(1)>", "\"><svg onload=alert(2)>", "<script>alert(3)</script>", "javascript:alert(4)", "'-alert(5)-'{{7*7}}"];

    private static readonly string[] Pages =
    [
        "/customers", "/ecif/messages", "/admin/organisation", "/admin/organisation?unit=2305210102", "/admin/users", "/admin/users/operator", "/admin/users/typed-by-somebody", "/admin/roles", "/admin/approvals", "/admin/approvals?state=done",
        "/admin/audit", "/admin/keys", "/profile",
    ];

    private int _next;

    [Fact, Trait("Case", "HOST-85")]
    public async Task A_script_that_is_typed_into_any_field_of_any_page_is_text_and_never_runs()
    {
        await SignInAsync(Page, "demo");
        await InDialogAsync("/admin/users", "New user", user => ChooseAsync(user, "Role", "Unit"), user => FillAsync(user, ("User name", "typed-by-somebody"), ("Mobile", "13800000000"), ("Email", "a@b.example")));
        await InDialogAsync("/admin/users/manager", "Arrange cover", cover => ChooseAsync(cover, "Deputy"), _ => Task.CompletedTask);
        await InDialogAsync("/admin/organisation?unit=23052101", "New unit", _ => Task.CompletedTask, unit => FillAsync(unit, ("Code", "2305210199")));
        await InDialogAsync("/admin/organisation?unit=2305210102", "Change unit", unit => unit.GetByText("Rename", new() { Exact = true }).ClickAsync(), _ => Task.CompletedTask, times: 2);
        await InDialogAsync("/admin/keys", "New key", key => ChooseAsync(key, "Permissions"), _ => Task.CompletedTask);
        await InDialogAsync("/customers", "Export", _ => Task.CompletedTask, _ => Task.CompletedTask);
        await ImportAsync();
        await PlaceAsync();
        await RoleAsync();
        await ViewAsync();
        await RevealAsync();
        await ProfileAsync();
        await ApproveAsync();
        foreach (var path in Pages)
        {
            await GoAsync(Page, path);
            await IsWholeAsync(Page);
            await TypeAsync(Page.Locator("#main")); // what searches, filters and notes
            await Page.WaitForLoadStateAsync(LoadState.Load);
            await IsWholeAsync(Page);
        }

        await Page.Keyboard.PressAsync("Control+k");
        await Page.Locator(".command input:focus").WaitForAsync();
        await Page.Keyboard.TypeAsync(Payloads[0]);
        await Page.Locator(".command-none").WaitForAsync();
        await IsWholeAsync(Page);
        Complaints.RemoveAll(complaint => complaint.Contains("status of 400", StringComparison.Ordinal)); // what a field's rule refuses
        Assert.Empty(Complaints);
    }

    /// <summary>Fills every text field of a dialog and sends it; where a field's rule refuses that, once more with good values in those fields.</summary>
    private async Task InDialogAsync(string path, string button, Func<ILocator, Task> choose, Func<ILocator, Task> mend, int times = 1)
    {
        await GoAsync(Page, path);
        await Button(Page, button).First.ClickAsync();
        var dialog = Dialog(Page);
        await dialog.Locator(".ant-modal-footer").WaitForAsync();
        await StillAsync(Page);
        await choose(dialog);
        await TypeAsync(dialog);
        for (; times > 0; times--)
        {
            if ((await SendAsync(dialog.Locator(".ant-modal-footer .ant-btn-primary"))).Status == 400)
            {
                await IsWholeAsync(Page);
                await mend(dialog);
                var answer = await SendAsync(dialog.Locator(".ant-modal-footer .ant-btn-primary"));
                Assert.True(answer.Ok, $"{path} {button}: {answer.Status} {await answer.TextAsync()}");
            }
        }

        await IsWholeAsync(Page);
    }

    private async Task<IResponse> SendAsync(ILocator button) =>
        await Page.RunAndWaitForResponseAsync(() => button.ClickAsync(), answer => answer.Request.Method is "POST" or "PUT" && !answer.Url.EndsWith("/rows", StringComparison.Ordinal) && !answer.Url.EndsWith("/count", StringComparison.Ordinal));

    /// <summary>One script after the other into all that takes text; tomorrow into what takes a day.</summary>
    private async Task TypeAsync(ILocator scope)
    {
        await scope.WaitForAsync();
        foreach (var field in await scope.Locator("input:not([type]), input[type=text], input[type=search], input[type=tel], input[type=email], textarea").AllAsync())
        {
            if (await field.IsEditableAsync() && await field.IsVisibleAsync() && await field.GetAttributeAsync("role") is not ("combobox" or "spinbutton"))
            {
                await field.FillAsync(Payloads[_next++ % Payloads.Length]);
            }
        }

        foreach (var day in await scope.Locator("[role=dialog] input[type=date], .ant-modal input[type=date]").Or(scope.Locator("form input[type=date]")).AllAsync())
        {
            await day.FillAsync(TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", null));
        }
    }

    private static async Task FillAsync(ILocator scope, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
        {
            await scope.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }
    }

    private async Task ChooseAsync(ILocator scope, params string[] labels)
    {
        foreach (var label in labels)
        {
            var select = scope.Locator(".ant-select").Filter(new() { Has = Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }) });
            await select.ClickAsync();
            var option = Page.Locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option").Last;
            var text = await option.InnerTextAsync();
            await option.ClickAsync();
            await select.GetByText(text.Split('\n')[0]).First.WaitForAsync(); // taken
            await scope.Locator(".ant-modal-title").ClickAsync(); // one of which several may be chosen stays open
        }
    }

    /// <summary>The page is there, and nothing of what was typed has become part of it.</summary>
    private static async Task IsWholeAsync(IPage page)
    {
        await page.Locator("#main h1").First.WaitForAsync();
        Assert.Equal(0, await page.Locator("img[src=x], svg[onload], script:text('alert('), a[href^='javascript:']").CountAsync());
    }

    private async Task ImportAsync()
    {
        await GoAsync(Page, "/admin/users");
        await Button(Page, "Import").ClickAsync();
        var lines = Payloads.Select(payload => string.Join(',', Enumerable.Repeat($"\"{payload.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", 8)));
        await Dialog(Page).Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "people.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend("userName,name,mobile,email,role,unit,from,to"))),
        });
        await Dialog(Page).Locator(".effect-problem").First.WaitForAsync();
        await IsWholeAsync(Page);
    }

    private async Task PlaceAsync()
    {
        await GoAsync(Page, "/admin/organisation?unit=2305210102");
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Places" }).ClickAsync();
        await TypeAsync(Page.Locator(".inline-form"));
        await FillAsync(Page.Locator(".inline-form"), ("Code", "230521001999"));
        Assert.True((await SendAsync(Button(Page, "Add"))).Ok);
        await Page.Locator(".unit-panel td").GetByText("alert(").First.WaitForAsync();
    }

    private async Task RoleAsync()
    {
        await GoAsync(Page, "/admin/roles?role=new");
        var role = Page.Locator(".role");
        await role.WaitForAsync();
        await TypeAsync(role);
        Assert.Equal(400, (await SendAsync(Button(Page, "Send for approval"))).Status);
        await FillAsync(role, ("Id", "typed-role"));
        Assert.True((await SendAsync(Button(Page, "Send for approval"))).Ok);
    }

    private async Task ViewAsync()
    {
        await GoAsync(Page, "/customers?f=kind.eq:person");
        await Button(Page, "Save as a view").ClickAsync();
        await TypeAsync(Page.Locator(".new-view"));
        await Page.Locator(".new-view").GetByText("Share with colleagues").ClickAsync();
        Assert.True((await SendAsync(Page.Locator(".new-view .ant-btn-primary"))).Ok);
        await Page.GetByRole(AriaRole.Tab).GetByText("alert(").WaitForAsync();
    }

    private async Task RevealAsync()
    {
        await GoAsync(Page, $"/customers/{Customer}");
        await Page.Locator(".masked-eye").First.ClickAsync();
        await Dialog(Page).Locator("textarea").WaitForAsync();
        await TypeAsync(Dialog(Page));
        Assert.True((await SendAsync(Dialog(Page).Locator(".ant-btn-primary"))).Ok);
    }

    /// <summary>A script for a phone number, which whoever looks after people then sees. The form keeps the language too, so it is somebody whom no other test reads in Chinese.</summary>
    private async Task ProfileAsync()
    {
        var own = await OpenAsync("en");
        await SignInAsync(own, "operator", "/profile");
        await own.Locator(".profile-form").GetByLabel("Mobile", new() { Exact = true }).FillAsync(Payloads[3]);
        await Button(own, "Save").ClickAsync();
        await Button(own, "Saved").WaitForAsync();
        await IsWholeAsync(own);
    }

    /// <summary>Somebody else agrees to all that was proposed, so that it is on the pages and not only in proposals.</summary>
    private async Task ApproveAsync()
    {
        var admin = await OpenAsync("en");
        await SignInAsync(admin, "admin", "/admin/approvals");
        await admin.GetByLabel("Select all").CheckAsync();
        await admin.GetByLabel("Note").FillAsync(Payloads[1]);
        await admin.GetByRole(AriaRole.Button, new() { NameRegex = new("Approve [1-9]") }).ClickAsync();
        await admin.GetByText("Nothing waits for approval").WaitForAsync();
        await IsWholeAsync(admin);
    }
}
