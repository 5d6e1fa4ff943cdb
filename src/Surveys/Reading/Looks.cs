using System.Collections.Frozen;

namespace Granary.Surveys.Reading;

/// <summary>Properties of SurveyJS that say how a questionnaire looks or what its buttons are called, and nothing about what is asked or kept.</summary>
internal static class Looks
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        // the whole
        "$schema", "logo", "logoFit", "logoHeight", "logoPosition", "logoWidth", "backgroundImage", "backgroundImageFit", "backgroundImageAttachment",
        "backgroundOpacity", "width", "widthMode", "fitToContainer", "headerView", "showTitle", "showPageTitles", "showPageNumbers", "showQuestionNumbers",
        "questionStartIndex", "requiredText", "requiredMark", "requiredTextPlacement", "questionTitlePattern", "questionTitleLocation", "questionTitleTemplate",
        "questionDescriptionLocation", "questionErrorLocation", "questionsOnPageMode", "questionOrder", "questionsOrder", "showProgressBar", "progressBarType",
        "progressBarLocation", "progressBarShowPageTitles", "progressBarShowPageNumbers", "progressBarInheritWidthFrom", "showTOC", "tocLocation",
        "showNavigationButtons", "navigationButtonsLocation", "showPrevButton", "showCompletedPage", "showCompletePage", "showPreviewBeforeComplete", "previewMode",
        "goNextPageAutomatic", "autoAdvanceEnabled", "autoAdvanceAllowComplete", "allowCompleteSurveyAutomatic", "focusFirstQuestionAutomatic", "autoFocusFirstQuestion",
        "autoFocusFirstError", "focusOnFirstError", "startSurveyText", "pagePrevText", "pageNextText", "completeText", "previewText", "editText", "loadingHtml",
        "completedBeforeHtml", "emptySurveyText", "themeSettings", "checkErrorsMode", "textUpdateMode", "autoGrowComment", "allowResizeComment", "commentAreaRows",
        "storeDataAsText", "useDisplayValuesInDynamicTexts", "showTimer", "showTimerPanel", "timerLocation", "timerInfoMode", "showTimerPanelMode", "showBrandInfo",
        "lazyRendering", "lazyRenderEnabled", "enterKeyAction", "matrixDragHandleArea", "lazyRenderFirstBatchSize", "gridLayoutEnabled", "validateVisitedEmptyFields",

        // elements
        "startWithNewLine", "indent", "innerIndent", "minWidth", "maxWidth", "titleLocation", "descriptionLocation", "errorLocation", "state", "showNumber", "no",
        "colSpan", "effectiveColSpan", "showQuestionNumbersInPanel", "questionTitleWidth", "titleWidth", "renderAs", "renderWidth", "useTitleAsLabel",
        "gridLayoutColumns", "allowRootStyle", "questionStartIndexInPanel", "navigationTitle", "navigationDescription", "navigationButtonsVisibility",
        "showNavigationButtonsOnPage", "scrollErrorToTop", "hideNumber",

        // questions
        "optionsCaption", "allowClear", "showClearButton", "colCount", "itemSize", "columnColCount", "choicesOrder", "separateSpecialChoices", "searchEnabled",
        "searchMode", "choicesLazyLoadEnabled", "choicesLazyLoadPageSize", "closeOnSelect", "hideSelectedItems", "showSelectAllItem", "hasSelectAll", "selectAllText",
        "otherPlaceholder", "otherPlaceHolder", "commentText", "commentPlaceholder", "commentPlaceHolder", "autocomplete", "dataList", "size", "rows", "cols",
        "autoGrow", "allowResize", "acceptCarriageReturn", "textWrapEnabled", "displayMode", "rateType", "rateDisplayMode", "rateColorMode", "scaleColorMode",
        "rateDescriptionLocation", "displayRateDescriptionsAsExtremeItems", "swapOrder", "showHeader", "verticalAlign", "alternateRows", "columnMinWidth",
        "columnsLayout", "rowTitleWidth", "rowsOrder", "horizontalScroll", "transposeData", "hideIfRowsEmpty", "addRowText", "addRowLocation", "addRowButtonLocation",
        "removeRowText", "hideColumnsIfEmpty", "emptyRowsText", "noRowsText", "confirmDelete", "confirmDeleteText", "allowAddRows", "allowRemoveRows",
        "allowRowsDragAndDrop", "allowRowReorder", "addPanelText", "removePanelText", "panelAddText", "panelRemoveText", "panelPrevText", "panelNextText",
        "prevPanelText", "nextPanelText", "templateDescription", "templateTabTitle", "templateTitleLocation", "templateQuestionTitleLocation", "templateErrorLocation",
        "tabTitlePlaceholder", "tabAlign", "renderMode", "showRangeInProgress", "showProgressBarInPanel", "newPanelPosition", "panelsState", "noEntriesText",
        "allowAddPanel", "allowRemovePanel", "panelRemoveButtonLocation", "removePanelButtonLocation", "itemTitleWidth", "itemErrorLocation", "showCharacterCount",
        "imageHeight", "imageWidth", "selectToRankEmptyRankedAreaText", "selectToRankEmptyUnrankedAreaText", "showPreview", "allowImagesPreview", "sourceType",
        "photoPlaceholder", "filePlaceholder", "fileOrPhotoPlaceholder", "waitForUpload", "needConfirmRemoveFile", "keyDuplicationError", "otherErrorText",
        "minErrorText", "maxErrorText",
    ], StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);
}
