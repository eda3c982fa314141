using System.Reflection;
using System.Text.RegularExpressions;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Platform.OpenApi;
using MediatR;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>What clients may rely on: codes, numbers, explanations.</summary>
public sealed partial class PromiseTests
{
    [Fact]
    public void Every_code_is_well_formed_and_stands_for_one_refusal()
    {
        var errors = ErrorCatalogue.Find(Capabilities.Assemblies).ToList();
        errors.Count.ShouldBeGreaterThan(50);
        errors.Where(e => !CodeForm().IsMatch(e.Code)).Select(e => e.Code).ShouldBeEmpty();
        errors.GroupBy(e => e.Code).Where(g => g.Distinct().Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        errors.Where(e => e.Kind == ErrorKind.RuleBroken && e.Basis is null).Select(e => e.Code).ShouldBeEmpty();
        errors.Where(e => !e.Title.Any(c => c >= 0x4E00)).Select(e => e.Code).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_and_answer_and_what_they_are_made_of_is_explained()
    {
        var comments = new XmlComments();
        Contract().Where(t => comments.SummaryOf(t) is null).Select(t => t.Name).ShouldBeEmpty();
    }

    [Fact]
    public void No_number_of_the_contract_is_binary_floating_point()
    {
        var faults =
            from type in Contract()
            from member in type.GetProperties()
            where
                (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) is var number
                && (number == typeof(double) || number == typeof(float))
            select $"{type.Name}.{member.Name}";
        faults.ShouldBeEmpty();
    }

    /// <summary>Requests, what they answer, and all that these are made of.</summary>
    private static HashSet<Type> Contract()
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>(
            from type in typeof(Program).Assembly.GetTypes()
            where !type.IsAbstract && typeof(IBaseRequest).IsAssignableFrom(type)
            from part in type.GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))
                .SelectMany(i => i.GetGenericArguments())
                .Append(type)
            select part
        );
        while (open.TryPop(out var type))
        {
            if (type.IsGenericParameter) // one request serves the acts of the ordinary procedure: the bodies of all of them
            {
                foreach (var body in OrdinaryProcedure.Rows.Select(row => row.Body).OfType<Type>())
                    open.Push(body);
                continue;
            }
            foreach (var argument in type.GetGenericArguments())
                open.Push(argument);
            if (
                type.Namespace?.StartsWith("EnforcementCases.", StringComparison.Ordinal) != true
                || !seen.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type)
            )
                continue;
            foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                open.Push(member.PropertyType);
        }
        return seen;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex CodeForm();
}
