using System.Globalization;
using System.Text;
using System.Xml.Linq;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>Which capability follows up which event.</summary>
public sealed class EventsTests(Fixture.ApiFixture api)
{
    private static readonly Type[] Events =
    [
        .. typeof(IHappened)
            .Assembly.GetTypes()
            .Where(t => typeof(IHappened).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false })
            .OrderBy(t => t.Namespace, StringComparer.Ordinal)
            .ThenBy(t => t.Name, StringComparer.Ordinal),
    ];

    private static readonly (Type FollowUp, Type Event, bool AfterCommit)[] Followed =
    [
        .. from type in typeof(Program).Assembly.GetTypes()
        where type is { IsAbstract: false }
        from followed in type.GetInterfaces()
        where FollowUpRegistration.IsFollowUp(followed)
        select (type, followed.GetGenericArguments()[0], followed.GetGenericTypeDefinition() == typeof(IAfterCommit<>)),
    ];

    [Fact]
    public void The_page_of_events_is_current()
    {
        var page = new StringBuilder(
            """
            # Events

            Written from the code by a test: which event is followed up by which capability, in the transaction in which it happened or after its commit.
            An event is raised beside the record entry of the act; the aggregate knows nobody who follows it up.

            | event | what happened | raised by | in the transaction | after the commit |
            | --- | --- | --- | --- | --- |

            """
        );
        foreach (var type in Events)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{type.Name}` | {SummaryOf(type)} | {Capability(type)} | {Names(type, afterCommit: false)} | {Names(type, afterCommit: true)} |\n"
            );
        }

        Snapshot.ShouldMatch(page.ToString().ReplaceLineEndings("\n"), "src/EVENTS.md");
    }

    [Fact]
    public void Every_follow_up_is_registered()
    {
        Followed.Length.ShouldBeGreaterThan(5);
        using var scope = api.Services.CreateScope();
        foreach (var (followUp, @event, afterCommit) in Followed)
        {
            var service = (afterCommit ? typeof(IAfterCommit<>) : typeof(IFollowUp<>)).MakeGenericType(@event);
            scope.ServiceProvider.GetServices(service).Select(s => s!.GetType()).ShouldContain(followUp, @event.Name);
        }
    }

    private static string Names(Type @event, bool afterCommit) =>
        string.Join(
            "<br>",
            Followed
                .Where(f => f.Event == @event && f.AfterCommit == afterCommit)
                .Select(f => $"{Capability(f.FollowUp)}: `{f.FollowUp.Name}`")
                .Order(StringComparer.Ordinal)
        );

    private static string Capability(Type type) => type.Namespace!.Split('.')[2];

    private static string SummaryOf(Type type)
    {
        var documentation = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"));
        var member = documentation.Descendants("member").Single(m => m.Attribute("name")!.Value == $"T:{type.FullName}");
        return string.Join(' ', member.Element("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
