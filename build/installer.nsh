; Offers the app under "Open with" for the files that workflows are kept in. What opens them by default stays as it was.
; The name is that of the file association in electron-builder.cjs.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Stepwright.asl" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.yaml\OpenWithProgids" "Stepwright.asl" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.yml\OpenWithProgids" "Stepwright.asl" ""
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Stepwright.asl"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.yaml\OpenWithProgids" "Stepwright.asl"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.yml\OpenWithProgids" "Stepwright.asl"
!macroend
