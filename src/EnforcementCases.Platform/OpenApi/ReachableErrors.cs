using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>Which refusals a request can meet, read from the compiled code: every <see cref="DomainError"/> that its handler, or what the handler calls, loads.
/// So the contract lists what the code refuses, and nobody keeps a list by hand. Only the writing of the document asks for it.</summary>
/// <remarks>Calls through delegates held in tables, and through interfaces of several classes, are followed only where the code names the method; a little more than what can happen may be listed.</remarks>
internal sealed class ReachableErrors(ProgramAssemblies assemblies)
{
    private const BindingFlags Members =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToFrozenDictionary(o => o.Value);

    private readonly IReadOnlyList<Assembly> ours = assemblies.All;
    private readonly ConcurrentDictionary<MethodBase, (List<MethodBase> Calls, List<DomainError> Errors)> read = new();

    /// <summary>The refusals of a request and of the endpoint that sends it (which may read a file first), by code.</summary>
    public IReadOnlyList<DomainError> From(SentRequest sent, MethodInfo endpoint) =>
        Walk(
            sent.Papers.SelectMany(kind => DocumentForms.Of(kind).Entries).Select(e => e.Duty).OfType<DomainError>().Concat(sent.Errors),
            [
                .. assemblies
                    .Types.Where(t => Handles(t, sent.Request))
                    .Select(t => t.IsGenericTypeDefinition ? t.MakeGenericType(sent.Request.GetGenericArguments()) : t)
                    .Concat(sent.Request.GetGenericArguments()) // a body decides by methods of its own
                    .SelectMany(t => t.GetMethods(Members)),
                .. sent.Rules.SelectMany(MethodsOf),
                endpoint,
            ],
            throughTables: true,
            besides: [sent.Table?.TypeInitializer, typeof(DocumentForms).TypeInitializer]
        );

    /// <summary>The refusals that a rule kept as a delegate can meet, through the delegates that it holds in turn. Tables are not followed: a rule that looks one row up is not refused by the others.</summary>
    public IReadOnlyList<DomainError> From(Delegate rule) => Walk([], MethodsOf(rule), throughTables: false);

    private static IEnumerable<MethodBase> MethodsOf(Delegate rule) =>
        (rule.Target?.GetType().GetFields(Members) ?? [])
            .Select(f => f.IsStatic ? null : f.GetValue(rule.Target) as Delegate)
            .OfType<Delegate>()
            .SelectMany(MethodsOf)
            .Prepend(rule.Method);

    private List<DomainError> Walk(
        IEnumerable<DomainError> known,
        IEnumerable<MethodBase> from,
        bool throughTables,
        params IEnumerable<MethodBase?> besides
    )
    {
        var found = new HashSet<DomainError>(known);
        var seen = besides.OfType<MethodBase>().ToHashSet();
        var open = new Stack<MethodBase>(from);
        while (open.TryPop(out var method))
        {
            if (!seen.Add(method))
                continue;
            var (calls, errors) = read.GetOrAdd(method, Read);
            found.UnionWith(errors);
            foreach (var call in calls.Where(c => throughTables || c is not ConstructorInfo { IsStatic: true }))
                open.Push(call);
        }
        return [.. found.OrderBy(e => e.Code, StringComparer.Ordinal)];
    }

    private static bool Handles(Type type, Type request) =>
        type.GetInterfaces()
            .Any(i =>
                i.IsGenericType
                && (i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || i.GetGenericTypeDefinition() == typeof(IValidator<>))
                && IsOrMakes(i.GetGenericArguments()[0], request)
            );

    /// <summary>The class behind an interface that only one class has; null if it has none or several.</summary>
    private Type? OnlyOne(Type face) =>
        assemblies
            .Types.Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(face))
            .Take(2)
            .ToList()
            is [var only]
            ? only
            : null;

    /// <summary>A refusal of a follow-up takes back the act in which the event happened.</summary>
    private static bool FollowsUp(Type type, Type happened) =>
        type.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IFollowUp<>) && i.GetGenericArguments()[0] == happened);

    /// <summary>PerformActCommand of Decide is made from PerformActCommand of TBody.</summary>
    private static bool IsOrMakes(Type handled, Type request) =>
        handled == request
        || (
            handled.ContainsGenericParameters
            && handled.IsGenericType
            && request.IsGenericType
            && handled.GetGenericTypeDefinition() == request.GetGenericTypeDefinition()
        );

    private (List<MethodBase> Calls, List<DomainError> Errors) Read(MethodBase method)
    {
        var calls = new List<MethodBase>();
        var errors = new List<DomainError>();
        // the body of an async method or an iterator is in a type of its own
        if (method.GetCustomAttribute<StateMachineAttribute>() is { StateMachineType: var machine })
            calls.AddRange(Closed(machine, method).GetMethods(Members));
        foreach (var (code, token) in Instructions(method))
        {
            if (
                code.OperandType == OperandType.InlineField
                && Resolve(method, token) is FieldInfo { IsStatic: true } field
                && IsOurs(field.DeclaringType)
            )
            {
                if (field.FieldType == typeof(DomainError))
                    errors.Add((DomainError)field.GetValue(null)!);
                else if (field.DeclaringType!.TypeInitializer is { } tables) // rules kept as tables: what their rows name
                    calls.Add(tables);
            }
            else if (
                code.OperandType is OperandType.InlineMethod
                && Resolve(method, token) is MethodBase called
                && IsOurs(called.DeclaringType)
            )
            {
                calls.Add(called);
                if (called.DeclaringType is { IsInterface: true } face && OnlyOne(face) is { } only)
                    calls.AddRange(only.GetInterfaceMap(face).TargetMethods);
                if (called is ConstructorInfo { DeclaringType: { } body } && body.IsSubclassOf(typeof(ActBody)))
                    calls.AddRange(body.GetMethods(Members)); // what is called on it is declared on its base
                if (called is ConstructorInfo { DeclaringType: { } happened } && happened.IsAssignableTo(typeof(IHappened)))
                    calls.AddRange(assemblies.Types.Where(t => FollowsUp(t, happened)).SelectMany(t => t.GetMethods(Members)));
            }
        }
        return (calls, errors);
    }

    private static Type Closed(Type machine, MethodBase method)
    {
        Type[] arguments = [.. method.DeclaringType!.GetGenericArguments(), .. method.IsGenericMethod ? method.GetGenericArguments() : []];
        return machine.IsGenericTypeDefinition && !Array.Exists(arguments, a => a.ContainsGenericParameters)
            ? machine.MakeGenericType(arguments)
            : machine;
    }

    private bool IsOurs(Type? type) => type is { ContainsGenericParameters: false } && ours.Contains(type.Assembly);

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMember(
                token,
                method.DeclaringType?.GetGenericArguments(),
                method.IsGenericMethod ? method.GetGenericArguments() : null
            );
        }
        catch (Exception error) when (error is ArgumentException or TypeLoadException or FileNotFoundException)
        {
            return null; // nothing of ours
        }
    }

    private static IEnumerable<(OpCode Code, int Token)> Instructions(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var at = 0;
        while (at < il.Length)
        {
            var value = il[at] == 0xFE ? unchecked((short)(0xFE00 | il[at + 1])) : il[at];
            var code = OpCodesByValue[value];
            at += code.Size;
            var size = code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
            if (size == 4)
                yield return (code, BitConverter.ToInt32(il, at));
            at += size;
        }
    }
}
