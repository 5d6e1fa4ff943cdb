using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Granary.Access.Lists.Exports;

/// <summary>CSV for spreadsheets: UTF-8 with a mark at its beginning, without which they take Chinese for something else, and no cell that is calculated.</summary>
public static class SafeCsv
{
    /// <param name="file">Closed with the writer.</param>
    public static CsvWriter Open(Stream file) => new(new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        // OWASP, "CSV Injection": what begins so is calculated, in full width too; an apostrophe before it makes it text.
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
        InjectionEscapeCharacter = '\'',
    });
}
