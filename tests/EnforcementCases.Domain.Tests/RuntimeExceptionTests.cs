using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests;

/// <summary>Goes over every place of Domain that throws an exception of the runtime. Such an exception is answered with 500, so each place is here with what keeps
/// clients away from it; where nothing would, a refusal (<see cref="DomainError"/>) is thrown instead. The fuzz plays it over HTTP.</summary>
public sealed partial class RuntimeExceptionTests
{
    /// <summary>What keeps clients away, by file.</summary>
    private static readonly Dictionary<string, string> KeptAway = new(StringComparer.Ordinal)
    {
        ["Cases/Archive/CaseFile.cs"] = "Archive refuses a paper without pages before",
        ["Cases/CaseActEntry.cs"] = "an act is sealed once by the code that enters it",
        ["Cases/ObstaclesOfCase.cs"] = "acts of the file are dispatched by the table of acts",
        ["Cases/Ordinary/Procedure/ActExecution.cs"] = "a body that does what its row does not state; the walk over all acts finds it",
        ["Catalogue/CatalogueSnapshot.cs"] = "keys of parameters are constants of the program",
        ["Documents/DocumentNumber.cs"] = "Fits is asked when the template is entered",
        ["Fines/LatePaymentSurcharge.cs"] = "values of parameters are checked when they are entered (LocalParameter.Values)",
        ["Fines/SurchargePause.cs"] = "values of parameters are checked when they are entered (LocalParameter.Values)",
        ["Law/Age.cs"] = "PartyAge.OnTheDay refuses a birth after the offence before",
        ["Law/ClearDays.cs"] = "numbers of days are constants of the law",
        ["Law/DeadlineCount.cs"] = "units of periods are constants of the law",
        ["Law/DeadlineRule.cs"] = "spans are made from days whose order the order of acts checks",
        ["Law/Laws.cs"] = "printed numbers of days are constants of the law",
        ["Law/NightHours.cs"] = "values of parameters are checked when they are entered (LocalParameter.Values)",
        ["Law/TimeLimit.cs"] = "counts are constants of the law or parameters, which are checked when they are entered",
        ["Law/WorkingCalendar.cs"] = "HolidayFile refuses a day that is named twice before",
        ["Money.cs"] = "sums of bodies are bounded (MoneyInBodies, validators)",
        ["Papers/DocumentForm.cs"] = "fields are filled by the program alone",
        ["Papers/FiledPaper.cs"] = "Archive refuses a paper without pages before",
        ["Papers/FormContent.Version0.cs"] = "read within StoredFormat, which refuses what is damaged",
        ["Papers/FormValues.cs"] = "rows and ticks are filled by the program alone",
        ["Recording/CanonicalCheck.cs"] = "caught where it is thrown: the bytes are not canonical",
        ["Recording/CanonicalJson.cs"] = "names and types of fields are those of the program",
        ["Recording/StoredFormat.cs"] = "caught where it is thrown, and refused as damaged",
        ["Recording/UpcastAttribute.cs"] = "names of methods are those of the program; a golden file for each",
        ["Remedies/CourtWindow.cs"] = "values of parameters are checked when they are entered (LocalParameter.Values)",
        ["Terms.cs"] = "every value of an enum has its term; a test goes over them",
    };

    [Fact]
    public void Every_place_that_throws_an_exception_of_the_runtime_is_kept_from_clients()
    {
        var domain = Path.Combine(Root(), "src", "EnforcementCases.Domain");
        var places = Directory
            .EnumerateFiles(domain, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(domain, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(f => !f.Name.StartsWith("obj/", StringComparison.Ordinal) && !f.Name.StartsWith("bin/", StringComparison.Ordinal))
            .Where(f => Thrown().IsMatch(f.Text))
            .Select(f => f.Name)
            .ToList();

        places.Except(KeptAway.Keys).ShouldBeEmpty("throw a refusal, or enter what keeps clients away");
        KeptAway.Keys.Except(places).ShouldBeEmpty("nothing is thrown there any more: delete the line");
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex(
        @"throw new (System\.)?(Argument\w*|InvalidOperation|Format|Overflow|NotSupported|NotImplemented|IndexOutOfRange|KeyNotFound|InvalidCast|Json)Exception|Argument\w*Exception\.ThrowIf",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Thrown();
}
