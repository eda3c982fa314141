using System.Text.RegularExpressions;

namespace EnforcementCases.Api.Tests.Language;

/// <summary>A Chinese text in the source: a literal, or literals added to each other, with <c>{0}</c>, <c>{1}</c> where values come in.</summary>
/// <param name="File">Path under <c>src</c>.</param>
/// <param name="Line">Line on which it begins.</param>
/// <param name="Key">The text.</param>
/// <param name="Before">The code just before it, without line breaks.</param>
internal sealed partial record SourceText(string File, int Line, string Key, string Before)
{
    /// <summary>The call or member that takes it as its first argument, <c>WithMessage</c>; null where it is none's.</summary>
    public string? Call => Opened.EndsWith('(') ? new([.. Opened[..^1].Reverse().TakeWhile(char.IsLetterOrDigit).Reverse()]) : null;

    /// <summary>What is before it, without a culture that is handed over first.</summary>
    private string Opened =>
        Before.TrimEnd() is var before && before.EndsWith(Culture, StringComparison.Ordinal) ? before[..^Culture.Length].TrimEnd() : Before;

    private const string Culture = "CultureInfo.InvariantCulture,";

    /// <summary>The table in which its English belongs.</summary>
    public string Table =>
        Call is "With" ? "details"
        : Call is "Term" ? "law-terms"
        : Call is "Say" || File.EndsWith("FormWording.cs", StringComparison.Ordinal) ? "papers"
        : Call is "WithMessage" ? "validation"
        : TitleOfError().IsMatch(Before) ? "errors"
        : RightsOfCapability().IsMatch(File) ? "rights"
        : File.StartsWith("EnforcementCases.Domain/Documents/", StringComparison.Ordinal) ? "documents"
        : File.Contains("/Statistics/", StringComparison.Ordinal) ? "statistics"
        : Before.Contains("ProcessStage.", StringComparison.Ordinal) ? "records"
        : "terms";

    /// <summary>Its rows of the rights table.</summary>
    [GeneratedRegex(@"/(\w+)/\w+Rights\.cs$")]
    private static partial Regex RightsOfCapability();

    [GeneratedRegex(@"ErrorKind\.\w+,$")]
    private static partial Regex TitleOfError();
}
