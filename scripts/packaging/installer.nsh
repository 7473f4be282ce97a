; Links of the scheme bookwheel: on Windows. electron-builder registers file types, but no schemes.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\bookwheel" "" "URL:Bookwheel link"
  WriteRegStr SHELL_CONTEXT "Software\Classes\bookwheel" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\bookwheel\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\bookwheel\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\bookwheel"
!macroend
