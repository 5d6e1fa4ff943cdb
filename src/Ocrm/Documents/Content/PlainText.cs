using System.Text;

namespace Granary.Ocrm.Documents.Content;

/// <summary>Plain text or comma-separated values: whole UTF-8 or GB18030, without control characters, and neither markup nor a program.</summary>
internal static class PlainText
{
    private static readonly string[] Markup = ["<!doctype", "<html", "<svg", "<script", "<?xml", "<?php"];

    public static FileContent Check(byte[] bytes, string extension)
    {
        if (Read(bytes) is not { } read || read.Text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f')) || read.Text.StartsWith("#!", StringComparison.Ordinal)
            || Array.Exists(Markup, word => read.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return FileContent.Refused(Flaw.Type);
        }

        return extension.ToLowerInvariant() switch
        {
            ".txt" => new FileContent($"text/plain; charset={read.Charset}", bytes),
            ".csv" => new FileContent($"text/csv; charset={read.Charset}", bytes),
            _ => FileContent.Refused(Flaw.Name),
        };
    }

    private static (string Text, string Charset)? Read(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var charset in (ReadOnlySpan<string>)["utf-8", "gb18030"])
        {
            try
            {
                return (Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes).TrimStart('\uFEFF'), charset);
            }
            catch (DecoderFallbackException)
            {
                // The next one.
            }
        }

        return null;
    }
}
