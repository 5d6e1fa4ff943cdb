using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>Files about a customer in a real browser: with a visit, and on the customer's page.</summary>
[Collection(PageHub.Second)]
public sealed class DocumentPageTests(PageHub pages) : PageTest(pages)
{
    /// <summary>A photo as a phone takes it, larger than it is sent; each way has one of its own, since the same photo again is the same document.</summary>
    private const string Photo = """
        light => new Promise(done => {
            const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1200 });
            Object.assign(canvas.getContext('2d'), { fillStyle: 'white' }).fillRect(0, 0, light, 1200);
            canvas.toBlob(blob => new Response(blob).arrayBuffer().then(bytes => done(btoa(String.fromCharCode(...new Uint8Array(bytes))))), 'image/jpeg', 0.9);
        })
        """;

    [Theory, Trait("Case", "DOC-20")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_photo_goes_with_a_visit_made_smaller_and_is_on_the_customer_s_page_where_a_document_is_uploaded_and_removed(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "manager", "/visits");
        // The customer follows from the customer master by itself, and the rule gives them to the demo's manager.
        await page.WaitForFunctionAsync("number => fetch(`/api/customers/${number}/documents`).then(answer => answer.ok)", Customer);
        var photo = Convert.FromBase64String(await page.EvaluateAsync<string>(Photo, 400 * (1 + (int)way)));
        await page.Locator(".page-head .ant-btn-primary").ClickAsync();
        await Dialog(page).Locator("input.ant-input[type=text]").First.FillAsync(Customer);
        await Dialog(page).Locator("input.ant-input[type=text]").Nth(1).FillAsync($"Look at the shop {way}");
        await Dialog(page).Locator("input[type=checkbox]").ClickAsync();
        var name = $"shop-{way}.jpg";
        await Dialog(page).Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/jpeg", Buffer = photo });
        await Dialog(page).Locator(".chosen-files img").WaitForAsync();
        await Dialog(page).Locator(".ant-btn-primary").Last.ClickAsync();
        await page.GetByText($"Look at the shop {way}").First.ClickAsync();
        await page.Locator(".task-panel .document-file img").WaitForAsync();

        await GoAsync(page, $"/customers/{Customer}?tab=documents");
        var kept = page.Locator(".document-list li").Filter(new() { HasText = name });
        await kept.Locator("a[href^='/visits?open=']").WaitForAsync();
        await kept.Locator(".document-file").ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.document-picture')?.naturalWidth === 1600");
        await page.Keyboard.PressAsync("Escape");

        var letter = $"letter-{way}.txt";
        await page.Locator(".document-upload input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = letter, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes($"Dear customer, {way}") });
        var row = page.Locator(".document-list li").Filter(new() { HasText = letter });
        await row.Locator("button").Last.ClickAsync();
        await Dialog(page).Locator("input").FillAsync("sent twice");
        await Dialog(page).Locator(".ant-btn-dangerous").ClickAsync();
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await IsWellAsync(page);
    }
}
