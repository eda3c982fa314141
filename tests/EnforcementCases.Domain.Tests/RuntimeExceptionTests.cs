using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests;

/// <summary>Goes over every place of Domain that throws an exception of the runtime. Such an exception is answered with 500, so each place is here with what keeps
/// clients away from it; where nothing would, a refusal (<see cref="DomainError"/>) is thrown instead. The fuzz plays it over HTTP.</summary>
public sealed partial class RuntimeExceptionTests
{
    /// <summary>In how many places of a file one is thrown, and what keeps clients away from them.</summary>
    private static readonly Dictionary<string, (int Places, string Why)> KeptAway = new(StringComparer.Ordinal)
    {
        ["Cases/Archive/CaseFile.cs"] = (1, "Archive refuses a paper without pages before"),
        ["Cases/CaseActEntry.cs"] = (1, "an act is sealed once by the code that enters it"),
        ["Cases/ObstaclesOfCase.cs"] = (2, "acts of the file are dispatched by the table of acts"),
        ["Cases/Ordinary/Procedure/ActExecution.cs"] = (4, "a body that does what its row does not state; the walk over all acts finds it"),
        ["Catalogue/CatalogueSnapshot.cs"] = (1, "keys of parameters are constants of the program"),
        ["Documents/DocumentNumber.cs"] = (1, "Fits is asked when the template is entered"),
        ["Fines/LatePaymentSurcharge.cs"] = (1, "values of parameters are checked when they are entered (LocalParameter.Values)"),
        ["Fines/SurchargePause.cs"] = (1, "values of parameters are checked when they are entered (LocalParameter.Values)"),
        ["Law/Age.cs"] = (1, "PartyAge.OnTheDay refuses a birth after the offence before"),
        ["Law/ClearDays.cs"] = (1, "numbers of days are constants of the law"),
        ["Law/DeadlineCount.cs"] = (3, "units of periods are constants of the law"),
        ["Law/DeadlineRule.cs"] = (1, "spans are made from days whose order the order of acts checks"),
        ["Law/Laws.cs"] = (2, "printed numbers of days are constants of the law"),
        ["Law/NightHours.cs"] = (1, "values of parameters are checked when they are entered (LocalParameter.Values)"),
        ["Law/TimeLimit.cs"] = (1, "counts are constants of the law or parameters, which are checked when they are entered"),
        ["Law/WorkingCalendar.cs"] = (1, "HolidayFile refuses a day that is named twice before"),
        ["Money.cs"] = (2, "sums of bodies are bounded (MoneyInBodies, validators)"),
        ["Papers/DocumentForm.cs"] = (2, "fields are filled by the program alone"),
        ["Papers/FiledPaper.cs"] = (1, "Archive refuses a paper without pages before"),
        ["Papers/FormContent.Version0.cs"] = (1, "read within StoredFormat, which refuses what is damaged"),
        ["Papers/FormValues.cs"] = (2, "rows and ticks are filled by the program alone"),
        ["Recording/CanonicalCheck.cs"] = (3, "caught where it is thrown: the bytes are not canonical"),
        ["Recording/CanonicalJson.cs"] = (2, "names and types of fields are those of the program"),
        ["Recording/StoredFormat.cs"] = (2, "caught where it is thrown, and refused as damaged"),
        ["Recording/UpcastAttribute.cs"] = (1, "names of methods are those of the program; a golden file for each"),
        ["Remedies/CourtWindow.cs"] = (1, "values of parameters are checked when they are entered (LocalParameter.Values)"),
        ["Terms.cs"] = (1, "every value of an enum has its term; a test goes over them"),
    };

    [Fact]
    public void Every_place_that_throws_an_exception_of_the_runtime_is_kept_from_clients()
    {
        var domain = Path.Combine(Root(), "src", "EnforcementCases.Domain");
        var places = Directory
            .EnumerateFiles(domain, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(domain, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(f => !f.Name.StartsWith("obj/", StringComparison.Ordinal) && !f.Name.StartsWith("bin/", StringComparison.Ordinal))
            .Select(f => $"{f.Name}: {Thrown().Count(f.Text)}")
            .Where(f => !f.EndsWith(": 0", StringComparison.Ordinal))
            .ToList();
        var kept = KeptAway.Select(k => $"{k.Key}: {k.Value.Places}").ToList();

        places.Except(kept).ShouldBeEmpty("throw a refusal, or enter what keeps clients away from the new place");
        kept.Except(places).ShouldBeEmpty("fewer are thrown there now: mend the line");
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex(
        @"throw new (System\.)?(Argument\w*|InvalidOperation|Format|Overflow|NotSupported|NotImplemented|IndexOutOfRange|KeyNotFound|InvalidCast|Json)Exception|Argument\w*Exception\.ThrowIf",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Thrown();
}
