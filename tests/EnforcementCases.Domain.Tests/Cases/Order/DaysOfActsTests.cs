using System.Collections;
using System.Reflection;
using EnforcementCases.Domain.Cases.Ordinary;
using Xunit;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>Every day and hour in the body of an act is compared with the act: a new member is refused here until its row lists it.</summary>
public sealed class DaysOfActsTests
{
    /// <summary>Days that are compared with something else than the act, each with where; the list may only become shorter.</summary>
    private static readonly Dictionary<string, string> ComparedElsewhere = new(StringComparer.Ordinal)
    {
        ["AgreeOnExecution.Agreement.Stages.DueOn"] = "not before the agreement: AgreeOnExecution",
        ["DecideDeferral.Term.CoversFrom"] = "the day after the term that is deferred: DeferralOfPayment",
        ["DecideDeferral.Term.Instalments.DueOn"] = "in the order of the instalments: DeferralOfPayment",
        ["EnterRemedy.Stays.LiftedOn"] = "may have been ordered ahead",
        ["ExtendSealing.Testing.From"] = "a test begins before its extension is decided or after: CoercionTerm",
    };

    [Fact, Rule("REF-ORDER")]
    public void Every_day_within_a_body_is_a_part_of_its_row()
    {
        var days = Bodies().SelectMany(row => DaysOf(row.Body!).Select(path => $"{row.Body!.Name}.{path}")).ToList();
        var listed = Bodies().SelectMany(row => row.Parts.Concat(row.Sets).Select(part => $"{row.Body!.Name}.{part.Member}")).ToList();

        Nothing(
            days.Except(listed).Except(ComparedElsewhere.Keys),
            "stands in no Parts and no Sets of its row: say whether it is not later than the act, or not earlier"
        );
        Nothing(listed.Except(days), "is listed in a row and is no day of the body");
        Nothing(
            ComparedElsewhere.Keys.Where(path => listed.Contains(path) || !days.Contains(path)),
            "is listed by its row, or is gone: delete it here"
        );
    }

    private static IEnumerable<ActRow> Bodies() => OrdinaryProcedure.Rows.Where(row => row.Body is not null);

    private static IEnumerable<string> DaysOf(Type type, string path = "") =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => member.SetMethod is not null && (path.Length > 0 || member.Name != nameof(ActBody.DoneAt)))
            .SelectMany(member => DaysIn(member.PropertyType, $"{path}{member.Name}"));

    private static IEnumerable<string> DaysIn(Type type, string path)
    {
        var item = Nullable.GetUnderlyingType(type) ?? type;
        if (item != typeof(string) && item.IsAssignableTo(typeof(IEnumerable)))
            return item.IsGenericType ? DaysIn(item.GetGenericArguments()[^1], path) : [];
        if (item == typeof(DateTimeOffset) || item == typeof(DateOnly))
            return [path];
        return item is { IsEnum: false, Namespace: { } space } && space.StartsWith("EnforcementCases", StringComparison.Ordinal)
            ? DaysOf(item, $"{path}.")
            : [];
    }

    private static void Nothing(IEnumerable<string> wrong, string whatToDo)
    {
        var lines = wrong.Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
            Assert.Fail($"{string.Join('\n', lines)}\n\nEach of these {whatToDo}.");
    }
}
