using System.Text;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The library of questionnaires in a real browser.</summary>
public sealed class LibraryPageTests(PageHub pages) : PageTest(pages)
{
    [Theory, Trait("Case", "QUES-30")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_form_is_imported_and_taken_a_question_goes_into_the_bank_and_a_version_is_published_and_found(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "marketing", "/questionnaires");
        var title = $"Survey {way}";

        // Brought in from a table; what lies outside is said before it is taken.
        await GoAsync(page, "/questionnaires/import");
        var table = $"line,name,type,title,visibleIf,value,colour\nsurvey,,,{title},,,\nquestion,again,radiogroup,Come again?,,,red\nchoice,,,,,yes,\nchoice,,,,,no,\nquestion,why,comment,Why not?,{{again}} = 'no',,\n";
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "table.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await page.Locator(".findings details[data-severity=outside]").WaitForAsync();
        await page.Locator("input[name=title]").WaitForAsync();
        await page.Locator(".library-part .ant-btn-primary").ClickAsync();
        await page.Locator(".outline").GetByText("Why not?").WaitForAsync();

        // Published, once the check has nothing against it.
        await page.Locator(".record-actions .ant-btn-primary").ClickAsync();
        await Dialog(page).Locator(".finding-none").WaitForAsync();
        await Dialog(page).Locator("input[name=note]").FillAsync("first");
        await Dialog(page).Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await page.Locator(".record-facts").GetByText("v1").WaitForAsync();
        await page.Locator("[role=tab]").Last.ClickAsync();
        await page.Locator(".version-list").GetByText("first").WaitForAsync();

        await GoAsync(page, "/bank");
        await page.Locator(".page-head .ant-btn-primary").ClickAsync();
        await Dialog(page).Locator("input[name=name]").FillAsync($"colour{(int)way}");
        await Dialog(page).Locator("input[name=chinese]").FillAsync($"颜色 {way}");
        await Dialog(page).Locator("input[name=english]").FillAsync($"Colour {way}");
        await Dialog(page).Locator("textarea[name=choices]").FillAsync("红 | Red\n绿 | Green");
        await Dialog(page).Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await page.GetByText($"颜色 {way}").First.ClickAsync();
        await page.Locator(".bank-wording").GetByText("Green").WaitForAsync();
        await page.Locator(".bank-wording").GetByText("绿").WaitForAsync();

        await GoAsync(page, "/questionnaires");
        await page.GetByText(title).First.WaitForAsync();
        await IsWellAsync(page);
    }
}
