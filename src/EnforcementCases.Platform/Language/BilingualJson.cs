using System.Text.Json.Serialization.Metadata;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Language;

/// <summary>Translates members marked <see cref="BilingualAttribute"/> when an answer is written: what a handler returns or is stored for a replay is Chinese.</summary>
internal static class BilingualJson
{
    public static void SayInLanguageAsked(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (
                member is not { Get: { } read, AttributeProvider: { } attributes }
                || !attributes.IsDefined(typeof(BilingualAttribute), inherit: true)
            )
                continue;
            member.Get = owner => AnswerLanguages.Current is AnswerLanguage.English ? Say(read(owner)) : read(owner);
        }
    }

    private static object? Say(object? chinese) =>
        chinese switch
        {
            string text => English.Of(text),
            IReadOnlyList<string> texts => (IReadOnlyList<string>)[.. texts.Select(English.Of)],
            _ => chinese,
        };
}
