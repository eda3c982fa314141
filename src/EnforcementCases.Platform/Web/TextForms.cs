using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Text;
using FluentValidation;
using FluentValidation.Validators;
using MediatR;

namespace EnforcementCases.Platform.Web;

/// <summary>The form of every text of every request: <see cref="TextForm.Of"/> of its member, with the length that a validator gives it anywhere. What is checked
/// (<see cref="RequestShape"/>, <see cref="QueryCheck"/>) and what the contract shows (<see cref="OpenApi.DescribeSchemas"/>) come from here, so that neither forgets a route.</summary>
internal sealed class TextForms
{
    private readonly Lazy<FrozenDictionary<(Type, string), int>> lengths;
    private readonly Lazy<FrozenSet<Type>> requests;
    private readonly ConcurrentDictionary<PropertyInfo, TextForm> known = new();

    public TextForms(ProgramAssemblies assemblies, IServiceProvider services)
    {
        lengths = new(() => LengthsIn(assemblies, services));
        requests = new(() => PartsOf(RootsIn(assemblies)));
    }

    /// <summary>The form of a member of a body; of a list, of each item.</summary>
    public TextForm Of(PropertyInfo member) =>
        known.GetOrAdd(
            member,
            m =>
            {
                var form = TextForm.Of(m.Name) with { MayBeEmpty = m.IsDefined(typeof(MayBeEmptyAttribute)) };
                return lengths.Value.TryGetValue((m.DeclaringType!, m.Name), out var longest) ? form with { Longest = longest } : form;
            }
        );

    /// <summary>The form of a parameter of a path or query string. It is one line.</summary>
    /// <param name="request">The request that carries it; null if unknown.</param>
    /// <param name="name">Its name in the contract.</param>
    public TextForm OfParameter(Type? request, string name)
    {
        var member = request is null
            ? null
            : Array.Find(request.GetProperties(), p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        return new(TextKind.Line, Math.Min(TextForm.LongestLine, member is null ? int.MaxValue : Of(member).Longest), MayBeEmpty: true);
    }

    /// <summary>Whether a type is a request or a part of one: only what clients send has limits.</summary>
    public bool IsSent(Type type) => requests.Value.Contains(type);

    /// <summary>Whether a type is one of the program's own, whose members are looked into.</summary>
    public static bool IsOurs(Type type) =>
        !type.IsEnum && type.Namespace?.StartsWith("EnforcementCases.", StringComparison.Ordinal) == true;

    private static IEnumerable<Type> RootsIn(ProgramAssemblies assemblies) =>
        assemblies
            .Types.Where(t => typeof(IBaseRequest).IsAssignableFrom(t) && !t.IsAbstract)
            .Concat(typeof(ActBody).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ActBody)) && !t.IsAbstract));

    private static FrozenSet<Type> PartsOf(IEnumerable<Type> roots)
    {
        var parts = new HashSet<Type>();
        var open = new Stack<Type>(roots);
        while (open.TryPop(out var type))
        {
            if (!IsOurs(type) || type.ContainsGenericParameters || !parts.Add(type))
                continue;
            foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                open.Push(ElementOf(member.PropertyType));
        }
        return parts.ToFrozenSet();
    }

    /// <summary>The item of a list, the value of an optional one.</summary>
    private static Type ElementOf(Type type) =>
        Nullable.GetUnderlyingType(type)
        ?? type.GetElementType()
        ?? (type.IsGenericType && type.GetGenericArguments() is [var item] ? item : type);

    private static FrozenDictionary<(Type, string), int> LengthsIn(ProgramAssemblies assemblies, IServiceProvider services)
    {
        var found = new Dictionary<(Type, string), int>();
        foreach (var request in assemblies.Types.Where(t => typeof(IBaseRequest).IsAssignableFrom(t) && !t.ContainsGenericParameters))
        {
            foreach (var validator in services.GetServices(typeof(IValidator<>).MakeGenericType(request)).OfType<IValidator>())
                Read(validator, found);
        }
        return found.ToFrozenDictionary();
    }

    private static void Read(IValidator validator, Dictionary<(Type, string), int> found)
    {
        foreach (var rule in validator.CreateDescriptor().Rules)
        {
            foreach (var check in rule.Components.Select(c => c.Validator))
            {
                if (check is ILengthValidator { Max: > 0 and var longest } && rule.Member is PropertyInfo member)
                {
                    var key = (member.DeclaringType!, member.Name);
                    found[key] = Math.Max(longest, found.GetValueOrDefault(key));
                }
                else if (check is IChildValidatorAdaptor && ItemsOf(check) is { } items)
                {
                    Read(items, found);
                }
            }
        }
    }

    /// <summary>The validator of the items of a list or of a part: the adaptor gives it to nobody who does not know its types.</summary>
    private static IValidator? ItemsOf(IPropertyValidator adaptor)
    {
        var get = adaptor.GetType().GetMethod("GetValidator");
        if (get?.GetParameters() is not [var context, var item])
            return null;
        var nobody = Activator.CreateInstance(context.ParameterType, [null]);
        return get.Invoke(adaptor, [nobody, item.ParameterType.IsValueType ? Activator.CreateInstance(item.ParameterType) : null])
            as IValidator;
    }
}
