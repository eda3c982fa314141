using System.Text;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Cases.Procedures;

/// <summary>Routes of the published procedure (流程图、全过程记录清单); public.</summary>
internal static class ProcedureEndpoints
{
    public static void MapProcedures(this IEndpointRouteBuilder api)
    {
        var ordinary = api.MapGroup("/procedures/ordinary").WithTags("Procedures 办案流程");
        ordinary.MapQuery<ReadProcedureQuery, ProcedureView>(
            "/",
            "Reads the ordinary procedure: every act with stages, persons, conditions by rule, deadlines, records and documents."
        );
        ordinary.MapQuery<ReadRecordingListQuery, IReadOnlyList<RecordingListStage>>(
            "/recording-list",
            "Reads the list of records of the whole process: stage, content, manner, carrier."
        );
        ordinary
            .MapLate(
                HttpMethods.Get,
                "/flowchart",
                () => TypedResults.Text(FlowChartPage.In(AnswerLanguages.Current), "text/html", Encoding.UTF8)
            )
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .WithName("ReadFlowChart")
            .WithSummary(
                "Reads the flow chart of the ordinary procedure as an HTML page with the list of records; Chinese, or English by Accept-Language."
            );
        ordinary
            .MapLate(
                HttpMethods.Get,
                "/flowchart.mmd",
                () => TypedResults.Text(FlowChartText.Write(AnswerLanguages.Current), "text/vnd.mermaid", Encoding.UTF8)
            )
            .Produces<string>(StatusCodes.Status200OK, "text/vnd.mermaid")
            .WithName("ReadFlowChartText")
            .WithSummary("Reads the flow chart of the ordinary procedure as Mermaid text.");
    }
}
