using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests;

/// <summary>Whatever the domain says in words it says in Chinese: no value of an enumeration is without a name, and no two share one.</summary>
public sealed partial class ChineseNamesTests
{
    /// <summary>Every method that names a value of an enumeration: <c>Name</c>, <c>Describe</c> and their like.</summary>
    /// <remarks>A number word is no name (most papers have none) and a parameter key is not Chinese.</remarks>
    public static TheoryData<string, string> Namings()
    {
        var namings = new TheoryData<string, string>();
        foreach (var method in Methods)
            namings.Add(method.DeclaringType!.FullName!, method.GetParameters()[0].ParameterType.Name);
        return namings;
    }

    private static IEnumerable<MethodInfo> Methods =>
        from type in typeof(DomainError).Assembly.GetTypes()
        where !type.Name.Contains('<', StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where method.ReturnType == typeof(string) && !method.Name.Contains('<', StringComparison.Ordinal)
        let parameters = method.GetParameters()
        where parameters.Length == 1 && parameters[0].ParameterType.IsEnum && method.Name is "Name" or "Describe"
        select method;

    [Theory, MemberData(nameof(Namings))]
    public void Every_value_has_a_Chinese_name_of_its_own(string type, string of)
    {
        var method = Methods.Single(m => m.DeclaringType!.FullName == type && m.GetParameters()[0].ParameterType.Name == of);
        var values = Enum.GetValues(method.GetParameters()[0].ParameterType).Cast<object>().ToList();

        var names = values.ConvertAll(value => (string)method.Invoke(null, [value])!);

        names.ShouldAllBe(name => Chinese().IsMatch(name));
        names.ShouldBeUnique();
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
