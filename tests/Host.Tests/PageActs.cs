using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>What people do on any page.</summary>
internal static class PageActs
{
    /// <summary>Fills the sign-in page and sends it.</summary>
    public static async Task GiveAsync(IPage page, string user, string password)
    {
        await page.Locator("#userName").FillAsync(user);
        await page.Locator("#password").FillAsync(password);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to a page of a hub that asks who it is, and says so.</summary>
    public static async Task SignInAsync(IPage page, TestHub hub, string user, string path)
    {
        await GoAsync(page, hub, path);
        await GiveAsync(page, user, hub.Password);
        await page.Locator("#main").WaitForAsync();
    }

    public static Task GoAsync(IPage page, TestHub hub, string path) => page.GotoAsync(new Uri(hub.Url, path).ToString());

    // Ant Design's sign of "loading" is part of a button's name until it has faded.
    public static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^(loading )?{Regex.Escape(name)}$") });

    /// <summary>Types a unit's code and takes it once it is offered: the tree may still be on its way.</summary>
    public static async Task ChooseUnitAsync(IPage page, ILocator box, string code)
    {
        await box.FillAsync(code);
        await page.Locator(".ant-select-item-option-active").Filter(new() { HasText = code }).WaitForAsync(new() { Timeout = 60_000 });
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Opens a select and takes an option by its text. Asked again while its list is not open: one that has only just come does not hear its first click; a list that closes is none.</summary>
    public static async Task ChooseAsync(IPage page, ILocator select, string option)
    {
        var offered = page.Locator(".ant-select-dropdown:visible:not([class*=-leave]) .ant-select-item-option").Filter(new() { HasText = option });
        do
        {
            await select.ClickAsync();
        }
        while (!await ComesAsync(offered));

        await offered.ClickAsync();
        await select.GetByText(option).First.WaitForAsync();
    }

    /// <summary>Whether it is seen within the half second that a click takes to be heard.</summary>
    private static async Task<bool> ComesAsync(ILocator wanted)
    {
        try
        {
            await wanted.WaitForAsync(new() { Timeout = 500 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Until no dialog opens or closes any more: a button that still moves does not hear its click.</summary>
    public static Task StillAsync(IPage page) => page.WaitForFunctionAsync("() => document.querySelector('[class*=-zoom-appear], [class*=-zoom-enter], [class*=-zoom-leave], [class*=-fade-appear], [class*=-fade-enter]') === null");

    public static ILocator Dialog(IPage page) => page.GetByRole(AriaRole.Dialog);
}
